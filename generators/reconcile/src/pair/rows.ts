import type { FieldSet, Operation, PageMethod } from '@plumbline/model';
import type { DocumentedResource } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { FieldPair, RowsPair } from './pair.ts';
import { rowShape } from './response.ts';

/** Sets the Fields table that is meant for a method beside the fields of a row of its response. */
export function pairRows(
  resource: DocumentedResource,
  method: PageMethod,
  operation: Operation | null,
  reader: SchemaReader,
): RowsPair {
  const table = tableOf(resource, method);
  const documented = (table?.fields ?? []).map((page) => ({
    page,
    wireName: page.wireName ?? page.name.value,
  }));
  const names = new Set(documented.map(({ wireName }) => wireName));
  const shape = operation === null ? null : rowShape(operation, reader, names);
  const declared = new Map(shape?.fields.map((field) => [field.name, field]));
  const fields: FieldPair[] = documented.map(({ page, wireName }) => ({
    wireName,
    page,
    spec: declared.get(wireName) ?? null,
  }));
  for (const spec of declared.values()) {
    if (!names.has(spec.name)) fields.push({ wireName: spec.name, page: null, spec });
  }
  return { table, shape, fields };
}

/** A tab of the method's own, else the table outside tabs, which is that of all SELECT methods. */
function tableOf({ tables }: DocumentedResource, { name, verb }: PageMethod): FieldSet | null {
  const own = tables.get(name.value);
  if (own !== undefined) return own;
  return verb?.value === 'select' ? (tables.get(null) ?? null) : null;
}
