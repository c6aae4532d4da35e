import { resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { replaceUnwritable } from '@plumbline/render';
import { presenceText } from '../facts/presence.ts';
import { type SchemaShape, type ShapeOf, schemaType } from '../facts/schema-shape.ts';
import { schemaNotes } from '../facts/value-notes.ts';
import { type Prose, typeText } from '../views/prose.ts';
import { notesData } from './notes.ts';
import type { NestedData, NestedRow } from './page-data.ts';

/** What is opened in place on one page: each component once, others link to it. */
export interface Nested {
  /** The fields of a value's schema; undefined where there is nothing to open. */
  readonly of: (schema: Schema | null) => NestedData | undefined;
  /** A component's fields are rows of the page: whatever refers to it leads there. */
  readonly tell: (component: string, href: string) => void;
}

/** Objects in objects in objects: deeper, people read the spec. */
const MAX_DEPTH = 3;
/** Rows of one object, and of all of a page. */
const MAX_ROWS = 40;
const MAX_ROWS_OF_PAGE = 240;

/** What the pages of a provider share: each field is put together once, however many pages tell of it. */
export interface NestedParts {
  readonly shapeOf: ShapeOf;
  /** A row without what is opened in place of its value. */
  readonly rowOf: (field: SchemaField) => NestedRow;
}

export function nestedParts(schemas: Schemas, shapeOf: ShapeOf, prose: Prose): NestedParts {
  const rows = new WeakMap<SchemaField, NestedRow>();
  return {
    shapeOf,
    rowOf: (field) => {
      const known = rows.get(field) ?? nestedRow(field, schemas, prose);
      rows.set(field, known);
      return known;
    },
  };
}

function nestedRow(field: SchemaField, schemas: Schemas, prose: Prose): NestedRow {
  const { type, format } = schemaType(field.schema, schemas);
  const { description = '' } = resolveSchema(field.schema, schemas);
  const only = presenceText(field);
  return {
    name: replaceUnwritable(field.name),
    type: replaceUnwritable(typeText(type, format)),
    text: prose.rich(description.trim()),
    ...notesData(schemaNotes(field, schemas)),
    ...(only !== undefined && { only: replaceUnwritable(only) }),
  };
}

interface Walk extends NestedParts {
  /** Component → where the page tells of it. */
  readonly told: Map<string, string>;
  readonly budget: { left: number };
}

export function createNested(parts: NestedParts): Nested {
  const walk: Walk = { ...parts, told: new Map(), budget: { left: MAX_ROWS_OF_PAGE } };
  return {
    of: (schema) => (schema === null ? undefined : nestedData(schema, null, 0, walk)),
    tell: (component, href) => {
      if (!walk.told.has(component)) walk.told.set(component, href);
    },
  };
}

function nestedData(schema: Schema, name: string | null, depth: number, walk: Walk): NestedData | undefined {
  const shape = walk.shapeOf(schema);
  if (shape === null) return undefined;
  const { component, variants, fields } = shape;
  const label = replaceUnwritable(name ?? component ?? (variants.length > 0 ? 'one of' : 'fields'));
  const told = component === null ? undefined : walk.told.get(component);
  if (told !== undefined) return { label, href: told };
  const total = variants.length || fields.length;
  const listed = Math.min(total, MAX_ROWS);
  if (depth >= MAX_DEPTH || walk.budget.left < listed) return undefined;
  walk.budget.left -= listed;
  const id = component === null ? null : schemaAnchor(component);
  // Said before it is told, so that what holds itself leads back here.
  if (component !== null && id !== null) walk.told.set(component, `#${id}`);
  return {
    label,
    ...(id !== null && { id }),
    ...(variants.length > 0 ? variantsData(shape, depth, walk) : { rows: rowsData(fields, depth, walk) }),
    ...(total > listed && { total }),
  };
}

/** The id of what the page tells of a component. */
function schemaAnchor(component: string): string {
  return `schema-${replaceUnwritable(component)}`;
}

function variantsData(
  { variants, discriminator }: SchemaShape,
  depth: number,
  walk: Walk,
): Pick<NestedData, 'by' | 'variants'> {
  const listed = variants
    .slice(0, MAX_ROWS)
    .map(({ label, schema }) => nestedData(schema, label, depth, walk) ?? replaceUnwritable(label));
  return { ...(discriminator !== null && { by: replaceUnwritable(discriminator) }), variants: listed };
}

function rowsData(fields: readonly SchemaField[], depth: number, walk: Walk): readonly NestedRow[] {
  return fields.slice(0, MAX_ROWS).map((field) => {
    const row = walk.rowOf(field);
    const nested = nestedData(field.schema, null, depth + 1, walk);
    return nested === undefined ? row : { ...row, nested };
  });
}
