import {
  byCodeUnit,
  type Dictionary,
  type Discriminator,
  resolveSchema,
  type Schema,
  type Schemas,
} from '@plumbline/model';
import { quoted, quotedList } from '../found.ts';
import type { Comparison } from './comparison.ts';

/** Compares by which field alternatives are told apart, and by which values of it (OpenAPI 3.1 section 4.8.25). */
export function compareDiscriminators({ node, schemas, tell }: Comparison): void {
  const was = discriminatorOf(node.before, schemas.before);
  const is = discriminatorOf(node.after, schemas.after);
  if (was === undefined || is === undefined) return;
  if (was.propertyName !== is.propertyName) {
    const [from, to] = [quoted(was.propertyName), quoted(is.propertyName)];
    tell('discriminator-field-changed', { from, to });
    return;
  }
  const values = valuesByComponent(is.mapping);
  for (const [component, olds] of valuesByComponent(was.mapping)) {
    const news = values.get(component);
    const gone = news === undefined ? [] : olds.filter((value) => !news.includes(value));
    if (gone.length > 0)
      tell('discriminator-value-removed', { name: quoted(component), from: quotedList(gone) });
  }
}

function discriminatorOf(schema: Schema, schemas: Schemas): Discriminator | undefined {
  const resolved = resolveSchema(schema, schemas);
  return 'discriminator' in resolved ? resolved.discriminator : undefined;
}

function valuesByComponent(mapping: Dictionary<string>): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(Object.entries(mapping), ([, component]) => component);
  return new Map(
    [...groups].map(([component, own]) => [component, own.map(([value]) => value).sort(byCodeUnit)]),
  );
}
