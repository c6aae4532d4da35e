import type { Operation } from '../document/operation.ts';

/**
 * The values of a path by the names of its parameters: where a document spells a parameter and the variable of its
 * template differently, the ones left over belong together, in order.
 */
export function byParameter(
  values: ReadonlyMap<string, string>,
  { parameters }: Operation,
): ReadonlyMap<string, string> {
  const names = parameters.flatMap(({ in: place, name }) => (place === 'path' ? [name] : []));
  const missing = names.filter((name) => !values.has(name));
  if (missing.length === 0) return values;
  const left = [...values].filter(([name]) => !names.includes(name));
  return new Map([
    ...values,
    ...missing.flatMap((name, i) => (left[i] === undefined ? [] : [[name, left[i][1]] as const])),
  ]);
}
