import { DIALECTS, type DraftDiagnostic, diagnose, type Operation } from '@plumbline/model';
import type { BodyFieldPair, MethodPair, ShownStatement } from '../pair/pair.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { methodSubject } from './subject.ts';

/** Which body fields a method lists, and its examples show, beside those that the request body has. */
export function compareBody(pair: MethodPair, reader: SchemaReader): readonly DraftDiagnostic[] {
  const { operation, body } = pair;
  if (operation === null || body === null) return [];
  return body.fields.flatMap((field) => compareField(pair, operation, field, reader));
}

function compareField(
  pair: MethodPair,
  operation: Operation,
  { wireName, listing, spec }: BodyFieldPair,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const { method, shown } = pair;
  const facts = reader.facts(spec.schema);
  const name = listing?.as.name.value ?? wireName;
  const args = { method: method.name.value, name, operation: operation.key };
  const subject = { ...methodSubject(pair), name: wireName, in: 'body', required: spec.required } as const;
  const declared = { message: 'the spec declares it', place: spec.schema.origin };
  if (listing !== null) {
    const at = listing.as.name.source;
    const related = [declared];
    if (facts.readOnly === true)
      return [diagnose({ code: 'read-only-field-required', args, at, subject, related })];
    if (listing.required === spec.required) return [];
    const code = listing.required ? 'body-field-listed-as-required' : 'body-field-listed-as-optional';
    return [diagnose({ code, args, at, subject, related })];
  }
  if (facts.readOnly === true || isListedAsParam(pair, wireName)) return [];
  if (spec.required) {
    const lacking = shown.filter((one) => !sends(one, wireName));
    const related = [
      declared,
      ...lacking.map(({ statement }) => ({
        message: 'the example lacks it too',
        place: statement.resource.source,
      })),
    ];
    return [diagnose({ code: 'body-field-missing-from-page', args, at: method.source, subject, related })];
  }
  const [first] = shown;
  if (first === undefined || facts.deprecated === true || shown.some((one) => sends(one, wireName)))
    return [];
  if (!DIALECTS[pair.resource.page.dialect].examples) return [];
  const at = first.statement.resource.source;
  return [
    diagnose({ code: 'optional-body-field-missing-from-page', args, at, subject, related: [declared] }),
  ];
}

/** Where body fields bear no prefix, a name that a parameter has too stands in a row once, for both. */
function isListedAsParam({ method, params, resource }: MethodPair, wireName: string): boolean {
  const isBare = method.verb?.value === 'exec' || !DIALECTS[resource.page.dialect].bodyPrefix;
  return isBare && params.some((param) => param.listing !== null && param.wireName === wireName);
}

/** The statement sets the field, by column, assignment or JSON key. */
function sends({ statement }: ShownStatement, wireName: string): boolean {
  return (
    [...statement.bodyFields, ...statement.undecided, ...statement.parameters].some(
      ({ name }) => name.value === wireName,
    ) || statement.jsonKeys.some(({ value }) => value === wireName)
  );
}
