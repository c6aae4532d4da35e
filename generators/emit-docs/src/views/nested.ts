import { resolveSchema, type Schema, type SchemaField, type Schemas } from '@plumbline/model';
import { type Encoded, join, mdx, mdxAttribute, mdxInline } from '@plumbline/render';
import { type SchemaShape, schemaShape, schemaType } from '../facts/schema-shape.ts';
import { schemaNotes } from '../facts/value-notes.ts';
import { type Prose, typeText } from './prose.ts';

type Mdx = Encoded<'mdx'>;

/** What is opened in place on one page: each component once, others link to it. */
export interface Nested {
  /** The fields of a value's schema, after a blank; empty where there is nothing to open. */
  readonly of: (schema: Schema | null) => Mdx;
  /** The page tells of a component elsewhere: an address within the page. */
  readonly tell: (schema: Schema | null, href: string) => void;
}

/** Objects in objects in objects: deeper, people read the spec. */
const MAX_DEPTH = 3;
/** Rows of one object, and of all of a page. */
const MAX_ROWS = 40;
const MAX_ROWS_OF_PAGE = 240;

interface Walk {
  readonly schemas: Schemas;
  readonly prose: Prose;
  /** Component → where the page tells of it. */
  readonly told: Map<string, string>;
  readonly budget: { left: number };
}

export function createNested(schemas: Schemas, prose: Prose): Nested {
  const walk: Walk = { schemas, prose, told: new Map(), budget: { left: MAX_ROWS_OF_PAGE } };
  return {
    of: (schema) => (schema === null ? NOTHING : printNested(schema, null, 0, walk)),
    tell: (schema, href) => {
      const shape = schema === null ? null : schemaShape(schema, schemas);
      if (shape?.component != null && !walk.told.has(shape.component)) walk.told.set(shape.component, href);
    },
  };
}

const NOTHING = mdx``;

function printNested(schema: Schema, label: string | null, depth: number, walk: Walk): Mdx {
  const shape = schemaShape(schema, walk.schemas);
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
  const rows = fields.slice(0, MAX_ROWS).map((field) => {
    const { type, format } = schemaType(field.schema, walk.schemas);
    const { description = '' } = resolveSchema(field.schema, walk.schemas);
    const cell = walk.prose.cell(description.trim(), schemaNotes(field, walk.schemas));
    return mdx`<tr><td><code>${mdxInline(field.name)}</code></td><td><code>${typeText(type, format)}</code></td><td>${cell}${variantsText(field.variants)}${printNested(field.schema, null, depth + 1, walk)}</td></tr>`;
  });
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
