import type { Constraints, JsonValue } from '@plumbline/model';
import { BOUNDS, type SchemaFactSheet } from '../schema-reader.ts';

/** The facts that parameters and fields have in common. */
export interface ValueFacts extends Constraints {
  readonly type: string;
  readonly format?: string;
  readonly enum?: readonly JsonValue[];
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
}

const COPIED = [...BOUNDS, 'format', 'enum', 'default', 'examples'] as const;

/** What the spec says of a value. Where it allows several types, the documented one, or `any`. */
export function valueFacts(facts: SchemaFactSheet, pageType: string | null): ValueFacts {
  const { types } = facts;
  const [only = 'any'] = types;
  const isDocumented = pageType !== null && (types.length === 0 || types.includes(pageType));
  const type = types.length === 1 ? only : isDocumented ? pageType : 'any';
  return { type, ...pick(facts, COPIED) };
}

/** The members that are there. */
export function pick<T extends object, K extends keyof T>(
  from: T,
  keys: readonly K[],
): { [P in K]?: NonNullable<T[P]> } {
  const picked: { [P in K]?: NonNullable<T[P]> } = {};
  for (const key of keys) {
    const value = from[key];
    if (value !== undefined && value !== null) picked[key] = value;
  }
  return picked;
}
