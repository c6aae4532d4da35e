import type { Schema, Schemas } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { type BoundMethod, requestSchemas, responseSchemas } from '../methods/bound-method.ts';
import type { ReferencesOf } from './references.ts';
import { hasHidden, type Side } from './side.ts';

/** A component whose type on a side is spoken of. A type that is one for both sides is that of responses. */
export interface TypeUse {
  readonly component: string;
  readonly side: Side;
}

/** The side whose type a component has, seen from a side: one and the same where they do not differ. */
export type SideOf = (component: string, from: Side) => Side;

/** Components differ by side that have a field which is hidden on one, and all that refer to such. */
export function splitSides(schemas: Schemas, referencesOf: ReferencesOf): SideOf {
  const entries = Object.entries(schemas);
  // Both sides refer to the same components, save in hidden fields, which split their schema anyway.
  const pairs = entries.flatMap(([name, schema]) =>
    [...referencesOf(schema, 'response')].map((reference) => ({ name, reference })),
  );
  const users = groupBy(pairs, ({ reference }) => reference);
  const split = new Set(entries.flatMap(([name, schema]) => (hasHidden(schema, schemas) ? [name] : [])));
  // A set that grows while it is walked is walked to its end.
  for (const name of split) for (const user of users.get(name) ?? []) split.add(user.name);
  return (component, from) => (split.has(component) ? from : 'response');
}

/** Everything that the types of methods speak of, at any remove. */
export function typesUsedBy(
  methods: readonly BoundMethod[],
  { schemas, sideOf, referencesOf }: UsageContext,
): readonly TypeUse[] {
  const uses: TypeUse[] = [];
  const seen: { readonly [S in Side]: Set<string> } = { request: new Set(), response: new Set() };
  const add = (schema: Schema | null | undefined, from: Side): void => {
    if (schema === null || schema === undefined) return;
    for (const component of referencesOf(schema, from)) {
      const side = sideOf(component, from);
      if (schemas[component] === undefined || seen[side].has(component)) continue;
      seen[side].add(component);
      uses.push({ component, side });
    }
  };
  for (const method of methods) {
    for (const schema of requestSchemas(method, schemas)) add(schema, 'request');
    for (const schema of responseSchemas(method)) add(schema, 'response');
  }
  for (const { component, side } of uses) add(schemas[component], side);
  return uses;
}

export interface UsageContext {
  readonly schemas: Schemas;
  readonly sideOf: SideOf;
  readonly referencesOf: ReferencesOf;
}
