import type { Operation, PageMethod, YamlMethod } from '@plumbline/model';
import { type DocumentedResource, tableOf } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { snakeNames } from '../snake-names.ts';
import { rowSteps } from '../yaml/json-path.ts';
import type { FieldPair, RowsPair } from './pair.ts';
import { columnsOf, rowShape } from './response.ts';

/** Sets the Fields table that is meant for a method beside the fields of a row of its response. */
export function pairRows(
  resource: DocumentedResource,
  method: PageMethod,
  operation: Operation | null,
  { reader, yaml }: { readonly reader: SchemaReader; readonly yaml: YamlMethod | null },
): RowsPair {
  const table = tableOf(resource, method);
  const declaredNames =
    operation === null || !resource.inSnakeCase ? [] : columnsOf(operation, reader).map(({ name }) => name);
  const toWire = snakeNames(declaredNames);
  const documented = (table?.fields ?? []).map((page) => ({
    page,
    wireName: page.wireName ?? toWire(page.name.value),
  }));
  const names = new Set(documented.map(({ wireName }) => wireName));
  const stated = yaml === null ? [] : rowSteps(yaml.response);
  const shape = operation === null ? null : rowShape(operation, reader, names, stated);
  const declared = new Map(shape?.fields.map((field) => [field.name, field]));
  const fields: FieldPair[] = documented.map(({ page, wireName }) => ({
    wireName,
    page,
    spec: declared.get(wireName) ?? null,
  }));
  for (const spec of declared.values()) {
    // What nobody declares is a column only where the page says so.
    if (!names.has(spec.name) && !spec.undeclared) fields.push({ wireName: spec.name, page: null, spec });
  }
  return { table, shape, fields };
}
