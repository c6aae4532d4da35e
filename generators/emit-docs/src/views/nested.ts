import { resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { type Encoded, join, mdx, mdxAttribute, mdxInline } from '@plumbline/render';
import { type SchemaShape, type ShapeOf, schemaType } from '../facts/schema-shape.ts';
import { schemaNotes } from '../facts/value-notes.ts';
import { type Prose, typeText } from './prose.ts';

type Mdx = Encoded<'mdx'>;

/** What is opened in place on one page: each component once, others link to it. */
export interface Nested {
  /** The fields of a value's schema, after a blank; empty where there is nothing to open. */
  readonly of: (schema: Schema | null) => Mdx;
  /** A component's fields are rows of the page: whatever refers to it leads there. */
  readonly tell: (component: string, href: string) => void;
}

/** Objects in objects in objects: deeper, people read the spec. */
const MAX_DEPTH = 3;
/** Rows of one object, and of all of a page. */
const MAX_ROWS = 40;
const MAX_ROWS_OF_PAGE = 240;

/** What the pages of a provider share: each field is encoded once, however many pages tell of it. */
export interface NestedParts {
  readonly shapeOf: ShapeOf;
  /** A row up to what is opened in place of its value. */
  readonly rowOf: (field: SchemaField) => Mdx;
}

export function nestedParts(schemas: Schemas, shapeOf: ShapeOf, prose: Prose): NestedParts {
  const rows = new WeakMap<SchemaField, Mdx>();
  return {
    shapeOf,
    rowOf: (field) => {
      const known = rows.get(field) ?? printRow(field, schemas, prose);
      rows.set(field, known);
      return known;
    },
  };
}

function printRow(field: SchemaField, schemas: Schemas, prose: Prose): Mdx {
  const { type, format } = schemaType(field.schema, schemas);
  const { description = '' } = resolveSchema(field.schema, schemas);
  const cell = prose.cell(description.trim(), schemaNotes(field, schemas));
  return mdx`<tr><td><code>${mdxInline(field.name)}</code></td><td><code>${typeText(type, format)}</code></td><td>${cell}${variantsText(field.variants)}`;
}

interface Walk extends NestedParts {
  /** Component → where the page tells of it. */
  readonly told: Map<string, string>;
  readonly budget: { left: number };
}

export function createNested(parts: NestedParts): Nested {
  const walk: Walk = { ...parts, told: new Map(), budget: { left: MAX_ROWS_OF_PAGE } };
  return {
    of: (schema) => (schema === null ? NOTHING : printNested(schema, null, 0, walk)),
    tell: (component, href) => {
      if (!walk.told.has(component)) walk.told.set(component, href);
    },
  };
}

const NOTHING = mdx``;

function printNested(schema: Schema, label: string | null, depth: number, walk: Walk): Mdx {
  const shape = walk.shapeOf(schema);
  if (shape === null) return NOTHING;
  const { component } = shape;
  const name = mdxAttribute(label ?? component ?? 'fields');
  const told = component === null ? undefined : walk.told.get(component);
  if (told !== undefined) return mdx` <Nested label="${name}" href="${mdxAttribute(told)}" />`;
  const count = shape.variants.length || shape.fields.length;
  if (depth >= MAX_DEPTH || walk.budget.left < Math.min(count, MAX_ROWS)) return NOTHING;
  walk.budget.left -= Math.min(count, MAX_ROWS);
  const anchor = component === null ? null : schemaAnchor(component);
  // Said before it is told, so that what holds itself leads back here.
  if (component !== null && anchor !== null) walk.told.set(component, `#${anchor}`);
  const id = anchor === null ? NOTHING : mdx`id="${mdxAttribute(anchor)}" `;
  return shape.variants.length > 0
    ? mdx` <Nested ${id}label="${name}" type="${mdxAttribute(shape.discriminator ?? '')}" summary="${count} variants">${printVariants(shape, depth, walk)}</Nested>`
    : mdx` <Nested ${id}label="${name}" type="object" summary="${count} ${count === 1 ? mdx`field` : mdx`fields`}">${printFields(shape.fields, depth, walk)}</Nested>`;
}

/** The id of what the page tells of a component. */
export function schemaAnchor(component: string): string {
  return `schema-${component}`;
}

function printVariants({ variants, discriminator }: SchemaShape, depth: number, walk: Walk): Mdx {
  const by = discriminator === null ? NOTHING : mdx`, told apart by <code>${mdxInline(discriminator)}</code>`;
  const items = variants.slice(0, MAX_ROWS).map(({ label, schema }) => {
    const inner = printNested(schema, label, depth, walk);
    return mdx`<li>${inner === NOTHING ? mdx`<code>${mdxInline(label)}</code>` : inner}</li>`;
  });
  return mdx`<p>One of${by}:</p><ul>${join([...items, ...more(variants.length, mdx`<li>`, mdx`</li>`)], '')}</ul>`;
}

function printFields(fields: readonly SchemaField[], depth: number, walk: Walk): Mdx {
  const rows = fields
    .slice(0, MAX_ROWS)
    .map((field) => mdx`${walk.rowOf(field)}${printNested(field.schema, null, depth + 1, walk)}</td></tr>`);
  const rest = more(fields.length, mdx`<tr><td colSpan="3">`, mdx`</td></tr>`);
  return mdx`<table><tbody>${join([...rows, ...rest], '')}</tbody></table>`;
}

function more(count: number, open: Mdx, close: Mdx): readonly Mdx[] {
  return count <= MAX_ROWS ? [] : [mdx`${open}and ${count - MAX_ROWS} more${close}`];
}

/** Which variants of a schema have a field, after a blank. */
export function variantsText(variants: readonly string[] | undefined): Mdx {
  if (variants === undefined) return NOTHING;
  return mdx` <Variants of="${mdxAttribute([...new Set(variants)].join(', '))}" />`;
}
