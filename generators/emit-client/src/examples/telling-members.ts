import { resolveSchema, type SchemaField, type Schemas } from '@plumbline/model';
import { isScalarKind } from './scalar-example.ts';

/** By what people know a thing, and what holds that. */
const TELLING = [
  'name',
  'login',
  'username',
  'email',
  'firstname',
  'lastname',
  'displayname',
  'label',
  'title',
  'key',
  'description',
  'profile',
];

/** An object with fewer members has others beside them. */
const FEW = 2;

/**
 * The members that an example shows of those that need not be there: what tells most, by its name; and where an object would
 * have few members, the first others that are plain values, or of what has none, whatever comes first.
 *
 * @param needed how many members must be there.
 * @param count how many more there may be.
 */
export function tellingMembers(
  fields: readonly SchemaField[],
  { needed, count, schemas }: { readonly needed: number; readonly count: number; readonly schemas: Schemas },
): readonly SchemaField[] {
  if (count <= 0) return [];
  const telling: { readonly field: SchemaField; readonly rank: number }[] = [];
  const plain: SchemaField[] = [];
  const others: SchemaField[] = [];
  for (const field of fields) {
    const { kind, deprecated } = resolveSchema(field.schema, schemas);
    if (deprecated || kind === 'any' || kind === 'never' || kind === 'null') continue;
    const rank = TELLING.indexOf(field.name.replace(/[^a-z]/gi, '').toLowerCase());
    if (rank !== -1) telling.push({ field, rank });
    else if (isScalarKind(kind)) plain.push(field);
    else others.push(field);
  }
  const ranked = telling.sort((a, b) => a.rank - b.rank).map(({ field }) => field);
  const known = needed + ranked.length;
  const further = known === 0 ? [...plain, ...others] : plain;
  return [...ranked, ...further.slice(0, Math.max(0, FEW - known))].slice(0, count);
}
