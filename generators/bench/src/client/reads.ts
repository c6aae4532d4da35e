import type { Method, Param, ProviderModel } from '@plumbline/model';

/** A GET that needs path parameters alone, and how each client calls it. */
export interface Read {
  /** `GET /users/{id}`. */
  readonly operation: string;
  readonly path: string;
  /** Path parameters: strings and integers, under the names of the spec. */
  readonly values: { readonly [name: string]: string | number };
  /** The method of Plumbline's client, and the module that it can be imported from alone. */
  readonly method: { readonly property: string; readonly module: string; readonly name: string };
}

/** The GETs that all clients call alike: their path parameters are plain, and have one name in all. */
export function plainReads({
  services,
  operations,
}: Pick<ProviderModel, 'services' | 'operations'>): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const service of services) {
    for (const resource of service.resources) {
      for (const method of resource.methods) {
        const operation = operations[method.operation ?? ''];
        const values = plainValues(method);
        if (operation?.method !== 'GET' || values === null || reads.has(operation.key)) continue;
        reads.set(operation.key, {
          operation: operation.key,
          path: operation.path,
          values,
          method: {
            property: `${service.clientName}.${resource.clientName}.${method.clientName}`,
            module: `${service.slug}/${resource.slug}`,
            name: method.clientName,
          },
        });
      }
    }
  }
  return [...reads.values()];
}

function plainValues({ params }: Method): Read['values'] | null {
  const values: [string, string | number][] = [];
  for (const param of params) {
    if (param.in === 'server' || (param.in !== 'path' && !param.required)) continue;
    const value = plainValue(param);
    if (param.in !== 'path' || value === null) return null;
    values.push([param.wireName, value]);
  }
  return Object.fromEntries(values);
}

function plainValue({ key, wireName, schema, enum: values }: Param): string | number | null {
  if (key !== wireName || values !== undefined) return null;
  if (schema?.kind === 'string') return 'a';
  return schema?.kind === 'integer' ? 1 : null;
}

/** So many of some things, from all parts of the list. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  return items.length <= count
    ? items
    : items.filter(
        (_, n) => Math.floor((n * count) / items.length) !== Math.floor(((n - 1) * count) / items.length),
      );
}
