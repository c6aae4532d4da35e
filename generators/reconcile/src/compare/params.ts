import {
  DIALECTS,
  type DraftDiagnostic,
  diagnose,
  isMessageHeader,
  type Operation,
  type Parameter,
} from '@plumbline/model';
import type { Listing, MethodPair, ParamPair } from '../pair/pair.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { methodSubject } from './subject.ts';

/** Which parameters a method lists, and as what, beside those that its operation declares. */
export function compareParams(pair: MethodPair, servers: ServerVariableNames): readonly DraftDiagnostic[] {
  const { operation } = pair;
  if (operation === null) return [];
  return pair.params.flatMap((param) => compareParam(pair, operation, param, servers));
}

function compareParam(
  pair: MethodPair,
  operation: Operation,
  { wireName, listing, spec, isServer }: ParamPair,
  servers: ServerVariableNames,
): readonly DraftDiagnostic[] {
  const { method } = pair;
  if (spec === null) {
    if (listing !== null) return isServer ? [] : [unknown(pair, operation, listing)];
    if (!servers.isUsual(wireName)) return [];
    const args = { method: method.name.value, name: wireName, in: 'server', operation: operation.key };
    const subject = { ...methodSubject(pair), name: wireName, in: 'server', required: true } as const;
    return [diagnose({ code: 'param-missing-from-page', args, at: method.source, subject })];
  }
  return listing === null ? missing(pair, operation, spec) : misplaced(pair, operation, spec, listing);
}

function unknown(pair: MethodPair, operation: Operation, { as, required }: Listing): DraftDiagnostic {
  const name = as.name.value;
  return diagnose({
    code: 'param-missing-from-spec',
    args: { method: pair.method.name.value, name, operation: operation.key },
    at: as.name.source,
    subject: { ...methodSubject(pair), name, required },
    related: [{ message: 'the operation', place: operation.origin }],
  });
}

function missing(pair: MethodPair, operation: Operation, spec: Parameter): readonly DraftDiagnostic[] {
  const { method, resource, shown } = pair;
  const hasPlace = DIALECTS[resource.page.dialect].optionalParameters && method.optional !== null;
  if (!spec.required && !hasPlace) return [];
  const lacking = shown.filter(
    ({ statement }) =>
      spec.required &&
      ![...statement.parameters, ...statement.undecided].some(({ name }) => name.value === spec.name),
  );
  return [
    diagnose({
      code: spec.required ? 'param-missing-from-page' : 'optional-param-missing-from-page',
      args: { method: method.name.value, name: spec.name, in: spec.in, operation: operation.key },
      at: method.source,
      subject: paramSubject(pair, spec),
      related: [
        { message: 'the spec declares it', place: spec.origin },
        ...lacking.map(({ statement }) => ({
          message: 'the example lacks it too',
          place: statement.resource.source,
        })),
      ],
    }),
  ];
}

function misplaced(
  pair: MethodPair,
  operation: Operation,
  spec: Parameter,
  { as, required }: Listing,
): readonly DraftDiagnostic[] {
  if (required === spec.required || pair.method.optional === null) return [];
  // Nobody needs to give it, whatever the spec has; a page made of the spec may say otherwise.
  if (spec.in === 'header' && isMessageHeader(spec.name)) return [];
  return [
    diagnose({
      code: required ? 'param-listed-as-required' : 'param-listed-as-optional',
      args: { method: pair.method.name.value, name: as.name.value, in: spec.in, operation: operation.key },
      at: as.name.source,
      subject: paramSubject(pair, spec),
      related: [{ message: `the spec says \`required: ${spec.required}\``, place: spec.origin }],
    }),
  ];
}

function paramSubject(pair: MethodPair, { name, in: place, required }: Parameter) {
  return { ...methodSubject(pair), name, in: place, required };
}
