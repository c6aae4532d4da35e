import type { Contract, JsonValue } from '@plumbline/contract-server';
import { documentedFault, type Members, membersOf, missing, rowSchemas } from '../documented.ts';
import type { PageFacts } from '../method-case.ts';

/** What an answer's rows are, held to what a page says of them. */
export interface Row extends Members {
  /** Documented, and no member. */
  readonly absent: readonly string[];
  /** Members that are always there, and not documented. */
  readonly silent: readonly string[];
  /** What is wrong about the first documented one that the document has otherwise. */
  readonly fault: string | null;
}

/** The schema of an answer that the documented fields are those of, as near as one comes. `isLoose`: they may be others' too. */
export function rowOf(
  fields: PageFacts['fields'],
  schema: JsonValue,
  contract: Contract,
  isLoose: boolean,
): Row | undefined {
  const documented = new Set(Object.keys(fields));
  let best: { readonly row: Row; readonly distance: number } | undefined;
  for (const row of rowSchemas(schema, contract, ENVELOPES)) {
    const found = membersOf(row, 'response', contract);
    const absent = missing(documented, found.any);
    const silent = missing(found.common, documented);
    const members = { ...found, isChoice: isLoose || found.isChoice };
    const fault = absent.length > 0 ? null : fieldFault(fields, members, contract);
    const distance = 1e6 * absent.length + 2 * silent.length + (fault === null ? 0 : 1);
    if (best === undefined || distance < best.distance)
      best = { row: { ...found, absent, silent, fault }, distance };
    if (distance === 0) break;
  }
  return best?.row;
}

/** What a page says of a field, and the document does not; null: they agree. */
function fieldFault(
  fields: PageFacts['fields'],
  { any, isChoice }: Members,
  contract: Contract,
): string | null {
  for (const [name, value] of Object.entries(fields)) {
    const declared = any.get(name);
    const fault =
      declared && documentedFault(value, declared, contract, { knowsRequired: false, isLoose: isChoice });
    if (fault) return `the field \`${name}\` ${fault}.`;
  }
  return null;
}

/** As many envelopes are around a row: `{ data: { hits: { hits: [ … ] } } }`. */
const ENVELOPES = 3;
