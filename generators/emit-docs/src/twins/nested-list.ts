import { resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { type ShapeOf, schemaType } from '../facts/schema-shape.ts';
import { schemaNotes } from '../facts/value-notes.ts';
import { code, item, type TwinProse, typed } from './markdown.ts';

/** Lists the fields of a value below its own item, each component once a page. */
export type NestedList = (schema: Schema | null, indent: string) => string;

const MAX_DEPTH = 2;
const MAX_ROWS = 40;
const MAX_ROWS_OF_PAGE = 200;

export function nestedList(schemas: Schemas, shapeOf: ShapeOf, prose: TwinProse): NestedList {
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
    const rows = fields.slice(0, MAX_ROWS).map((field) => row(field, indent, depth));
    const ofVariants = variants.slice(0, MAX_ROWS).map((variant) => {
      const inner = list(variant.schema, `${indent}  `, depth);
      return `\n${indent}- if ${code(variant.label)}${inner === '' ? '' : `:${inner}`}`;
    });
    return [...rows, ...ofVariants].join('');
  };
  const row = (field: SchemaField, indent: string, depth: number): string => {
    const { type, format } = schemaType(field.schema, schemas);
    const { description = '' } = resolveSchema(field.schema, schemas);
    const head = typed(field.name, type, format);
    const text = prose(description, schemaNotes(field, schemas));
    return `\n${item(head, text, indent)}${list(field.schema, `${indent}  `, depth + 1)}`;
  };
  return (schema, indent) => (schema === null ? '' : list(schema, indent, 0));
}
