import type { ProviderModel } from '@plumbline/model';

/** The operations that the methods of each page are bound to, as one text a page. */
export function bindingsByPage({ services }: ProviderModel): ReadonlyMap<string, string> {
  const pages = new Map<string, [string, string | null][]>();
  for (const { origins, name, operation } of services.flatMap(({ resources }) =>
    resources.flatMap(({ methods }) => methods),
  )) {
    if (origins.page === null) continue;
    const { file } = origins.page;
    const list = pages.get(file);
    if (list === undefined) pages.set(file, [[name, operation]]);
    else list.push([name, operation]);
  }
  return new Map([...pages].map(([file, bindings]) => [file, JSON.stringify(bindings)]));
}
