import type { Field, MethodBody, PageField, SchemaField } from '@plumbline/model';
import type { FieldPair, MethodPair } from '../pair/pair.ts';
import { pick } from '../pick.ts';
import { cellProse, chooseProse } from '../prose.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { valueFacts } from './facts.ts';

/** The fields of a row: those of the response in the page's order; the page's alone where the spec describes none. */
export function decideFields({ rows, operation }: MethodPair, reader: SchemaReader): readonly Field[] {
  const isDescribed = operation !== null && (rows.shape?.fields.length ?? 0) > 0;
  return rows.fields.flatMap((pair: FieldPair) => {
    if (pair.spec !== null) return [declaredField(pair.spec, pair.page, reader)];
    return pair.page === null || isDescribed ? [] : [documentedField(pair.page)];
  });
}

/** The body that a method sends, with the fields that a caller may set. */
export function decideBody({ body }: MethodPair, reader: SchemaReader): MethodBody | null {
  if (body === null) return null;
  const { request, mediaType, schema, fields } = body;
  const sent = fields
    .map(({ spec }) => declaredField(spec, null, reader))
    .filter(({ readOnly }) => !readOnly);
  return { required: request.required, description: request.description, mediaType, schema, fields: sent };
}

function declaredField(spec: SchemaField, page: PageField | null, reader: SchemaReader): Field {
  const facts = reader.facts(spec.schema);
  const prose = page === null ? '' : cellProse(page.description, page.notes, facts.enum !== undefined);
  return {
    name: page?.name.value ?? spec.name,
    wireName: spec.name,
    ...valueFacts(facts, page?.type?.value.type ?? null),
    ...pick(facts, ['const']),
    description: chooseProse(prose, facts.description ?? ''),
    required: spec.required,
    nullable: facts.nullable === true,
    readOnly: facts.readOnly === true,
    writeOnly: facts.writeOnly === true,
    deprecated: facts.deprecated === true,
    schema: spec.schema,
    ...pick(spec, ['variants', 'requiredBy']),
    origins: { page: page?.source ?? null, spec: spec.schema.origin },
  };
}

function documentedField({ name, wireName, type, description, notes, source }: PageField): Field {
  const format = type?.value.format ?? null;
  return {
    name: name.value,
    wireName: wireName ?? name.value,
    type: type?.value.type ?? 'any',
    ...(format === null ? {} : { format }),
    description: cellProse(description, notes, false),
    required: notes.flags.includes('required'),
    nullable: notes.flags.includes('nullable'),
    readOnly: notes.flags.includes('read-only'),
    writeOnly: notes.flags.includes('write-only'),
    deprecated: notes.flags.includes('deprecated'),
    schema: null,
    origins: { page: source, spec: null },
  };
}
