/** The value of an environment variable; undefined where it is empty, and where there is no environment, as in browsers. */
export function fromEnvironment(name: string | undefined): string | undefined {
  const { process } = globalThis as {
    readonly process?: { readonly env?: { readonly [name: string]: string | undefined } };
  };
  return (name !== undefined && process?.env?.[name]) || undefined;
}
