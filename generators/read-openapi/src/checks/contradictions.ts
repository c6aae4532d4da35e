import type { Schema, Schemas, SpecOrigin } from '@plumbline/model';
import type { Composition, Context } from '../document/context.ts';
import { type Contradiction, contradictionsIn, type FindContradiction } from './contradiction.ts';

/** What the readers of schemas come across. */
export interface Composed {
  readonly compositions: readonly Composition[];
  /** The schemas whose type only their members or items tell, which say nothing of values of other types. */
  readonly untyped: readonly SpecOrigin[];
}

/**
 * Reports compositions of which two parts contradict one another, so that no value satisfies both (JSON Schema 2020-12
 * Core section 10.2.1.1): each once, at what contradicts in the later part, or at that part where it is a reference.
 */
export function reportContradictions(
  { compositions, untyped }: Composed,
  schemas: Schemas,
  report: Context['report'],
): void {
  const implied = new Set(untyped.map(({ file, pointer }) => `${file}#${pointer}`));
  const contradictionOf = contradictionsIn(
    schemas,
    ({ origin }) => !implied.has(`${origin.file}#${origin.pointer}`),
  );
  for (const { origin, parts } of compositions) {
    const found = firstAmong(parts.slice(0, MOST_PARTS), contradictionOf);
    if (found === null) continue;
    const [other, own] = found.places;
    const at = isWithin(own, origin) ? own : found.part.origin;
    const { problem, isClosed } = found;
    const related = [{ message: 'The other part is here.', place: other }];
    report({ code: 'schema-contradictory', args: { problem, isClosed }, at, related });
  }
}

/** More than people compose a schema of; each is held against each. */
const MOST_PARTS = 64;

interface Found extends Contradiction {
  /** The later of the two. */
  readonly part: Schema;
}

function firstAmong(parts: readonly Schema[], contradictionOf: FindContradiction): Found | null {
  for (const [i, part] of parts.entries()) {
    for (const earlier of parts.slice(0, i)) {
      const found = contradictionOf(earlier, part);
      if (found !== null) return { ...found, part };
    }
  }
  return null;
}

function isWithin({ file, pointer }: SpecOrigin, origin: SpecOrigin): boolean {
  return file === origin.file && `${pointer}/`.startsWith(`${origin.pointer}/`);
}
