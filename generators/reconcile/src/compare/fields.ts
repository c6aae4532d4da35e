import {
  DIALECTS,
  type DraftDiagnostic,
  diagnose,
  type FieldSet,
  type Located,
  type NoteFlag,
  type Operation,
  type PageField,
  type SchemaField,
  type Subject,
} from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import type { FieldPair, MethodPair, ResourcePair } from '../pair/pair.ts';
import type { DocumentedResource } from '../resources.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { compareDeprecation } from './deprecation.ts';
import { compareDescription } from './description.ts';
import type { SpecSide } from './fact-comparison.ts';
import { compareFacts } from './facts.ts';
import { names } from './prose-facts.ts';
import { methodSubject } from './subject.ts';

/** A Fields table with the methods whose rows it tells: one, in a tab; or all SELECT methods. */
interface TableUse {
  readonly table: FieldSet;
  readonly pairs: readonly BoundPair[];
  /** Another method, whose operation is not known, may have fields in it too. */
  readonly isShared: boolean;
}
type BoundPair = MethodPair & { readonly operation: Operation };

/** The Fields tables beside the fields of the responses. */
export function compareFields(
  { resource, methods }: ResourcePair,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  if (resource.page.kind === 'view') return [];
  const selects = methods.filter((pair) => pair.method.verb?.value === 'select');
  const bound = selects.flatMap((pair) =>
    pair.operation === null ? [] : [{ ...pair, operation: pair.operation }],
  );
  const tables = groupBy(bound, ({ rows }) => rows.table);
  const strangers = tablesOfUnknownMethods(resource);
  const findings = [...tables].flatMap(([table, pairs]) => {
    // The table that a method lacks may be there, under another name.
    if (table === null)
      return resource.page.fieldSets.length === 0 || strangers.length > 0 ? [] : pairs.flatMap(missingTable);
    const isShared = table.method === null && methods.some(isUnknownSelect);
    return table.unsupported ? [] : compareTable({ table, pairs, isShared }, reader);
  });
  return [...strangers.map((tab) => ofUnknownMethod(tab, resource)), ...findings];
}

/** Tabs by names that no method has; other families of pages have tabs of other things. */
function tablesOfUnknownMethods({ page, methods }: DocumentedResource): readonly Located<string>[] {
  if (!DIALECTS[page.dialect].fieldsPerMethod || methods.size === 0) return [];
  return page.fieldSets.flatMap(({ method }) =>
    method === null || methods.has(method.value) ? [] : [method],
  );
}

function ofUnknownMethod(
  { value: name, source }: Located<string>,
  { id }: DocumentedResource,
): DraftDiagnostic {
  return diagnose({
    code: 'fields-of-unknown-method',
    args: { name, resource: id },
    at: source,
    subject: { resource: id, method: name },
  });
}

function isUnknownSelect({ method: { verb }, operation }: MethodPair): boolean {
  return verb === null || (verb.value === 'select' && operation === null);
}

function missingTable(pair: BoundPair): readonly DraftDiagnostic[] {
  const fields = pair.rows.shape?.fields.length ?? 0;
  if (fields === 0) return [];
  const args = { method: pair.method.name.value, operation: pair.operation.key, fields };
  return [
    diagnose({
      code: 'fields-table-missing',
      args,
      at: pair.method.name.source,
      subject: methodSubject(pair),
    }),
  ];
}

function compareTable(use: TableUse, reader: SchemaReader): readonly DraftDiagnostic[] {
  const { table, pairs } = use;
  const described = pairs.filter(({ rows }) => (rows.shape?.fields.length ?? 0) > 0);
  const [first] = described;
  if (first === undefined)
    return table.fields.length === 0 ? [] : pairs.slice(0, 1).map((pair) => undescribed(pair, table));
  if (table.fields.length === 0) {
    const fields = first.rows.shape?.fields.length ?? 0;
    const args = { method: first.method.name.value, operation: first.operation.key, fields };
    return [diagnose({ code: 'fields-table-empty', args, at: table.source, subject: methodSubject(first) })];
  }
  const fields = [...byName(described)];
  const lacking = fields.flatMap(([, uses]) => {
    const [spec] = uses.flatMap(({ field }) =>
      field.page === null && field.spec?.ofHeirs ? [field.spec] : [],
    );
    return spec ?? [];
  });
  return [
    ...fields.flatMap(([wireName, uses]) => compareField(wireName, uses, use, reader)),
    ...missingOfVariants(lacking, first, table),
  ];
}

/** Generators of pages that read a base alone lose all that its variants add: one finding for all of it. */
function missingOfVariants(
  [first, ...more]: readonly SchemaField[],
  pair: BoundPair,
  { source: at }: FieldSet,
): readonly DraftDiagnostic[] {
  if (first === undefined) return [];
  const names = [first, ...more].map(({ name }) => name);
  return [
    diagnose({
      code: 'variant-fields-missing-from-page',
      args: { method: pair.method.name.value, operation: pair.operation.key, names },
      at,
      subject: { ...methodSubject(pair), in: 'response' },
      related: [{ message: 'the spec declares the first of them', place: first.schema.origin }],
    }),
  ];
}

function undescribed(pair: BoundPair, table: FieldSet): DraftDiagnostic {
  return diagnose({
    code: 'response-missing-from-spec',
    args: { method: pair.method.name.value, operation: pair.operation.key, fields: table.fields.length },
    at: pair.operation.origin,
    subject: methodSubject(pair),
    related: [{ message: 'the page lists them', place: table.source }],
  });
}

interface FieldUse {
  readonly pair: BoundPair;
  readonly field: FieldPair;
}

function byName(pairs: readonly BoundPair[]): ReadonlyMap<string, readonly FieldUse[]> {
  const uses = pairs.flatMap((pair) => pair.rows.fields.map((field) => ({ pair, field })));
  return groupBy(uses, ({ field }) => field.wireName);
}

function compareField(
  wireName: string,
  uses: readonly FieldUse[],
  { table, isShared }: TableUse,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const [first] = uses;
  if (first === undefined) return [];
  const { pair } = first;
  const { page } = first.field;
  const specs = uses.flatMap(({ field }) => (field.spec === null ? [] : [field.spec]));
  const [spec] = specs;
  const args = { method: pair.method.name.value, name: wireName, operation: pair.operation.key };
  const subject: Subject = {
    ...methodSubject(pair),
    name: wireName,
    in: 'response',
    ...(spec === undefined ? {} : { required: spec.required }),
  };
  if (page === null) {
    if (specs.every(({ ofHeirs }) => ofHeirs)) return [];
    const related = specs
      .slice(0, 1)
      .map(({ schema }) => ({ message: 'the spec declares it', place: schema.origin }));
    return [diagnose({ code: 'field-missing-from-page', args, at: table.source, subject, related })];
  }
  if (spec === undefined) {
    if (isShared) return [];
    const place = pair.rows.shape?.schema.origin ?? pair.operation.origin;
    const related = [{ message: 'the schema of the response', place }];
    return [diagnose({ code: 'field-missing-from-spec', args, at: page.name.source, subject, related })];
  }
  const abilities = DIALECTS[pair.resource.page.dialect];
  const sides = specs.map(({ schema }) => ({ facts: reader.facts(schema), origin: schema.origin }));
  const findings = compareFacts({
    thing: 'field',
    name: page.name.value,
    row: page,
    sides,
    hasFormats: abilities.formats && table.withoutFormats !== true,
    subject,
  });
  return [
    ...findings,
    ...compareDeprecation({
      what: 'field',
      name: page.name.value,
      description: page.description?.value ?? null,
      flags: page.notes.flags,
      at: page.name.source,
      sides: sides.map(({ facts, origin }) => ({
        isDeprecated: facts.deprecated === true,
        description: facts.description ?? '',
        origin,
      })),
      subject,
    }),
    ...compareDescription({ thing: 'field', name: page.name, row: page, sides, subject }),
    ...unknownMarks(page, specs, sides, subject),
  ];
}

/** Marks that the page sets and the spec does not; pages that set none are left in peace. */
function unknownMarks(
  { name, notes, source }: PageField,
  specs: readonly SchemaField[],
  sides: readonly SpecSide[],
  subject: Subject,
): readonly DraftDiagnostic[] {
  const isSet: { readonly [F in NoteFlag]?: boolean } = {
    required: specs.some(({ required }) => required),
    'read-only': sides.some(({ facts }) => facts.readOnly === true),
    'write-only': sides.some(({ facts }) => facts.writeOnly === true),
    nullable: sides.some(({ facts }) => facts.nullable === true),
  };
  const related = sides.map(({ origin }) => ({ message: 'the schema of the field', place: origin }));
  return (
    notes.flags
      .filter((mark) => isSet[mark] === false)
      // The spec's own prose has what looks like a mark, and the page repeats it.
      .filter((mark) => !sides.some(({ facts }) => names(facts.description ?? '', mark)))
      .map((mark) =>
        diagnose({
          code: 'field-mark-missing-from-spec',
          args: { name: name.value, mark },
          at: source,
          subject,
          related,
        }),
      )
  );
}
