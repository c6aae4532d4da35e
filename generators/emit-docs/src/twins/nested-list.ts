import { resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { presenceText } from '../facts/presence.ts';
import { type ShapeOf, schemaType } from '../facts/schema-shape.ts';
import { schemaNotes } from '../facts/value-notes.ts';
import { code, indented, item, type TwinProse, typed, withPresence } from './markdown.ts';

/** Lists the fields of a value below its own item, each component once a page. */
export type NestedList = (schema: Schema | null, indent: string) => string;

const MAX_DEPTH = 2;
const MAX_ROWS = 40;
const MAX_ROWS_OF_PAGE = 200;

/** A field without what is below it, on no indentation. */
export type TwinRow = (field: SchemaField) => string;

/** What the twins of a provider share: each field is told in the same words, however many of them list it. */
export function twinRows(schemas: Schemas, prose: TwinProse): TwinRow {
  const rows = new WeakMap<SchemaField, string>();
  return (field) => {
    const earlier = rows.get(field);
    if (earlier !== undefined) return earlier;
    const { type, format } = schemaType(field.schema, schemas);
    const { description = '' } = resolveSchema(field.schema, schemas);
    const row = item(
      typed(field.name, type, format),
      withPresence(prose(description, schemaNotes(field, schemas)), presenceText(field)),
    );
    rows.set(field, row);
    return row;
  };
}

export function nestedList(shapeOf: ShapeOf, rowOf: TwinRow): NestedList {
  const told = new Set<string>();
  let left = MAX_ROWS_OF_PAGE;
  const list = (schema: Schema, indent: string, depth: number): string => {
    const shape = shapeOf(schema);
    if (shape === null) return '';
    const { component, fields, variants } = shape;
    if (component !== null && told.has(component)) return `\n${indent}- (${code(component)}, as above)`;
    const count = Math.min(fields.length + variants.length, MAX_ROWS);
    if (depth >= MAX_DEPTH || left < count) return '';
    left -= count;
    if (component !== null) told.add(component);
    const rows = fields
      .slice(0, MAX_ROWS)
      .map((field) => `\n${indented(rowOf(field), indent)}${list(field.schema, `${indent}  `, depth + 1)}`);
    const ofVariants = variants.slice(0, MAX_ROWS).map((variant) => {
      const inner = list(variant.schema, `${indent}  `, depth);
      return `\n${indent}- if ${code(variant.label)}${inner === '' ? '' : `:${inner}`}`;
    });
    return [...rows, ...ofVariants].join('');
  };
  return (schema, indent) => (schema === null ? '' : list(schema, indent, 0));
}
