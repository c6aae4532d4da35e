import { isSpecOrigin, type Place, type ProviderModel } from '@plumbline/model';

/** A method of the client. */
export interface ClientCall {
  /** `users.oauthTokens.listTokens`. */
  readonly call: string;
  readonly resource: string;
  readonly method: string;
  /** The page; null where the resource is inferred. */
  readonly file: string | null;
  readonly place: Place | null;
}

/** The methods that call each operation. */
export function callsByOperation({ services }: ProviderModel): ReadonlyMap<string, readonly ClientCall[]> {
  const calls = services.flatMap((service) =>
    service.resources.flatMap((resource) =>
      resource.methods.flatMap(({ name, clientName, operation, origins }) => {
        if (operation === null) return [];
        const place = origins.page ?? origins.spec;
        const call = [service.clientName, resource.clientName, clientName].join('.');
        const page = resource.origins.page;
        const file = page === null || isSpecOrigin(page) ? null : page.file;
        return [{ operation, call, resource: resource.id, method: name, file, place }];
      }),
    ),
  );
  return Map.groupBy(calls, ({ operation }) => operation);
}
