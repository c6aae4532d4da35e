import { CONSTRAINT_KEYS, type Constraints, type JsonValue } from '@plumbline/model';
import { pick } from '../pick.ts';
import type { SchemaFactSheet } from '../schema-reader.ts';

/** The facts that parameters and fields have in common. */
export interface ValueFacts extends Constraints {
  readonly type: string;
  readonly format?: string;
  readonly enum?: readonly JsonValue[];
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
}

const COPIED = [...CONSTRAINT_KEYS, 'format', 'enum', 'default', 'examples'] as const;

/** What the spec says of a value. Where it allows several types, the documented one, or `any`. */
export function valueFacts(facts: SchemaFactSheet, pageType: string | null): ValueFacts {
  const { types } = facts;
  const [only = 'any'] = types;
  const isDocumented = pageType !== null && (types.length === 0 || types.includes(pageType));
  const type = types.length === 1 ? only : isDocumented ? pageType : 'any';
  return { type, ...pick(facts, COPIED) };
}
