/**
 * Where pages of the reference stood on the sites that StackQL publishes: `/providers/okta/users/users`, and, on a site of
 * one provider alone, `/services/users/users`. The argument of the function that it returns is a route without `baseUrl`.
 */
export function oldAddresses(providers: readonly string[]): (route: string) => string[] {
  return (route) => {
    const [, provider = '', ...names] = route.split('/');
    if (!providers.includes(provider)) return [];
    const services = providers.length === 1 && names.length > 0 ? [`/services/${names.join('/')}`] : [];
    return [`/providers${route}`, ...services];
  };
}
