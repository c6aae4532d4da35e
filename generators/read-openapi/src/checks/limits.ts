import { type Constraints, childPointer, type Schema } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import type { ObjectNode } from '../document/node.ts';

type Limit = Exclude<keyof Constraints, 'multipleOf' | 'pattern' | 'uniqueItems'>;

/** The least, the most, and whether both may be the same. */
type Pair = readonly [Limit, Limit, boolean];

const NUMBER: readonly Pair[] = [
  ['minimum', 'maximum', true],
  ['exclusiveMinimum', 'maximum', false],
  ['minimum', 'exclusiveMaximum', false],
  ['exclusiveMinimum', 'exclusiveMaximum', false],
];

/** The pairs of limits of each type (JSON Schema 2020-12 Validation sections 6.2 to 6.5). */
const PAIRS: Readonly<Partial<Record<Schema['kind'], readonly Pair[]>>> = {
  string: [['minLength', 'maxLength', true]],
  number: NUMBER,
  integer: NUMBER,
  array: [['minItems', 'maxItems', true]],
  object: [['minProperties', 'maxProperties', true]],
};

/** What two schemas say that leaves no value for both. */
export interface Disagreement {
  /** The end of a sentence. */
  readonly problem: string;
  /** The keys of the one and of the other. */
  readonly keys: readonly [string, string];
}

/** A lower limit of one schema and an upper one of another, with no value of a type between them; else null. */
export function crossedLimits(kind: Schema['kind'], least: Schema, most: Schema): Disagreement | null {
  for (const [lower, upper, isInclusive] of PAIRS[kind] ?? []) {
    const from = least[lower];
    const to = most[upper];
    if (from === undefined || to === undefined || from < to || (from === to && isInclusive)) continue;
    return { problem: `\`${lower}\` is ${from}, and \`${upper}\` ${to}`, keys: [lower, upper] };
  }
  return null;
}

/** Reports a schema whose own limits leave no value between them. */
export function reportCrossedLimits(context: Context, node: ObjectNode, schema: Schema): void {
  const found = schema.nullable === true ? null : crossedLimits(schema.kind, schema, schema);
  if (found === null) return;
  const { problem, keys } = found;
  const [, upper] = keys;
  const at = originOf(context, { pointer: childPointer(node.pointer, upper) });
  context.report({ code: 'schema-contradictory', args: { problem, isClosed: false }, at });
}
