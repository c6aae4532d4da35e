import { type DraftDiagnostic, diagnose, type SqlVerb } from '@plumbline/model';
import { isContrary, isUsual } from '../bind/verbs.ts';
import type { BodyFieldPair, MethodPair, ResourcePair, ShownStatement } from '../pair/pair.ts';
import { bareName } from '../pair/params.ts';
import { columnsOf } from '../pair/response.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { compareExampleAddresses } from './example-addresses.ts';
import { methodSubject } from './subject.ts';

/** The SQL examples of a page beside its methods and what the spec says of them. */
export function compareExamples(
  { resource, methods }: ResourcePair,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  return [
    ...compareExampleAddresses(resource),
    ...methods.flatMap((pair) => pair.shown.flatMap((shown) => compareStatement(pair, shown, reader))),
  ];
}

function compareStatement(
  pair: MethodPair,
  shown: ShownStatement,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const { method } = pair;
  const { statement } = shown;
  if (method.verb !== null && statement.verb !== method.verb.value && !isRightVerb(pair, statement.verb)) {
    const args = { method: method.name.value, verb: method.verb.value, used: statement.verb };
    return [
      diagnose({
        code: 'example-other-verb',
        args,
        at: statement.resource.source,
        subject: methodSubject(pair),
      }),
    ];
  }
  return [
    ...unknownColumns(pair, shown, reader),
    ...unknownParameters(pair, shown, reader),
    ...unknownBodyFields(pair, shown, reader),
    ...lackedParameters(pair, shown, reader),
  ];
}

/** The verb of the row is reported, since it contradicts the operation; that of the example does not. */
function isRightVerb({ method, operation }: MethodPair, verb: SqlVerb): boolean {
  if (operation === null || method.verb === null) return false;
  return isContrary(method.verb.value, operation.method) && isUsual(verb, operation.method);
}

function unknownColumns(
  pair: MethodPair,
  { statement }: ShownStatement,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const used = [...statement.columns, ...statement.returning];
  if (used.length === 0) return [];
  const documented = pair.rows.fields.flatMap(({ page }) => (page === null ? [] : [page.name.value]));
  const declared = pair.operation === null ? [] : columnsOf(pair.operation, reader).map(({ name }) => name);
  // A response that nobody describes may have any column.
  if (pair.operation !== null && declared.length === 0 && documented.length === 0) return [];
  // Nor is it known where a table of several methods is all that there is.
  if (pair.operation === null && (documented.length === 0 || pair.rows.table?.method === null)) return [];
  const known = new Set([...documented, ...declared, ...parameterNames(pair)]);
  return used
    .filter(({ value }) => !known.has(value))
    .map(({ value, source }) =>
      diagnose({
        code: 'example-unknown-column',
        args: { method: pair.method.name.value, name: value },
        at: source,
        subject: { ...methodSubject(pair), name: value, in: 'response' },
      }),
    );
}

function unknownParameters(
  pair: MethodPair,
  { statement }: ShownStatement,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  // Its optional parameters are told nowhere.
  if (pair.operation === null && pair.method.optional === null) return [];
  const known = new Set([...parameterNames(pair), ...bodyNames(pair), ...wholeBody(pair, reader)]);
  // WHERE may also filter the rows that a SELECT returns.
  if (statement.verb === 'select') {
    for (const { wireName, page } of pair.rows.fields) known.add(page?.name.value ?? wireName);
  }
  return statement.parameters
    .filter(({ name }) => !known.has(name.value))
    .map(({ name }) =>
      diagnose({
        code: 'example-unknown-parameter',
        args: { method: pair.method.name.value, name: name.value },
        at: name.source,
        subject: { ...methodSubject(pair), name: name.value },
      }),
    );
}

/** Also fields that are read-only; one that the row lists is reported there. */
function unknownBodyFields(
  pair: MethodPair,
  { statement }: ShownStatement,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const { operation, body, method } = pair;
  // A body that is no object, or one without declared fields, says nothing of its fields.
  if (operation === null || (body !== null && body.fields.length === 0)) return [];
  const writable = writableFields(pair, reader).map(({ wireName }) => wireName);
  const known = new Set([...writable, ...parameterNames(pair), ...wholeBody(pair, reader)]);
  const sent = [...statement.bodyFields, ...statement.undecided].map(({ name }) => name);
  return [...sent, ...statement.jsonKeys]
    .filter(({ value }) => !known.has(value))
    .map(({ value, source }) =>
      diagnose({
        code: 'example-unknown-body-field',
        args: { method: method.name.value, name: value },
        at: source,
        subject: { ...methodSubject(pair), name: value, in: 'body' },
      }),
    );
}

/**
 * What the row lists as required, and rightly so, but the statement does not pass. A parameter that the row lacks, or
 * should not list, is reported there.
 */
function lackedParameters(
  pair: MethodPair,
  { statement }: ShownStatement,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const asParams = [...statement.parameters, ...statement.undecided].map(({ name }) => name.value);
  const inBody = [...statement.bodyFields.map(({ name }) => name), ...statement.jsonKeys].map(
    ({ value }) => value,
  );
  const fields = writableFields(pair, reader);
  const bodyFields = new Set(fields.map((field) => field.wireName));
  // What the body has a field for is sent as that, also where a parameter has the same name.
  const passedToParams = new Set([...asParams, ...inBody.filter((name) => !bodyFields.has(name))]);
  const passed = new Set([...asParams, ...inBody]);
  const params = pair.params.filter(
    ({ spec, isServer }) => spec !== null || isServer || pair.operation === null,
  );
  const required = [
    ...params.map((param) => ({ ...param, passed: passedToParams })),
    ...fields.map((field) => ({ ...field, passed })),
  ];
  return required.flatMap(({ listing, wireName, ...one }) => {
    if (listing === null || !listing.required) return [];
    const { name } = listing.as;
    if ([name.value, bareName(name.value), wireName].some((written) => one.passed.has(written))) return [];
    return [
      diagnose({
        code: 'example-lacks-required-parameter',
        args: { method: pair.method.name.value, name: name.value },
        at: statement.resource.source,
        subject: { ...methodSubject(pair), name: name.value, required: true },
        related: [{ message: 'the row lists it as required', place: name.source }],
      }),
    ];
  });
}

/** The names that a statement may use for parameters: the page's and the API's. */
function parameterNames({ params, method }: MethodPair): readonly string[] {
  const listed = [...method.required, ...(method.optional ?? [])].flatMap(({ name }) => [
    name.value,
    bareName(name.value),
  ]);
  return [...params.map(({ wireName }) => wireName), ...listed];
}

function writableFields({ body }: MethodPair, reader: SchemaReader): readonly BodyFieldPair[] {
  return (body?.fields ?? []).filter(({ spec }) => reader.facts(spec.schema).readOnly !== true);
}

/** A body that has no members to name, such as a list, is passed as `body`. */
function wholeBody(pair: MethodPair, reader: SchemaReader): readonly string[] {
  return pair.body !== null && writableFields(pair, reader).length === 0 ? ['body'] : [];
}

function bodyNames({ body }: MethodPair): readonly string[] {
  return (body?.fields ?? []).map(({ wireName }) => wireName);
}
