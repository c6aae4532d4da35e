import { fieldsOf, resolveSchema, type Schemas } from '@plumbline/model';
import { type Encoded, join, ts, tsString, tsValue } from '@plumbline/render';
import { isHidden } from '../types/side.ts';
import { type Answer, eventShape, streamedItem } from './answer.ts';
import type { BoundBody, BoundMethod } from './bound-method.ts';
import { declaredFailures, printStatuses } from './failures.ts';
import { printPaging } from './paging.ts';
import { partMembers } from './parts.ts';
import { type OnRuntime, placementMembers } from './placements.ts';
import { isSameSecurity, type SecurityPlan, scopesOf } from './security.ts';
import type { ServerPlan } from './servers.ts';

type Ts = Encoded<'ts'>;

export interface DescriptorOptions {
  readonly schemas: Schemas;
  readonly security: SecurityPlan;
  readonly server: ServerPlan;
  /** What most methods declare, which the client knows. */
  readonly failures: readonly string[];
  readonly onRuntime: OnRuntime;
}

/** The runtime's descriptor of a method as an object literal, defaults left out; null where nothing is left. */
export function printDescriptor(
  { method, operation, params, body, answer, paging }: BoundMethod,
  { schemas, security, server, failures, onRuntime }: DescriptorOptions,
): Ts | null {
  const alternatives = security.alternativesOf(operation);
  const url = server.serverOf(operation);
  const scopes = scopesOf(operation);
  if (paging !== null) onRuntime(paging.by);
  if (method.deprecated) onRuntime('warnOnce');
  const members = [
    ...placementMembers(params, schemas, onRuntime),
    ...(body === null ? [] : [ts`body: ${bodyOf(body, schemas, onRuntime)}`]),
    ...acceptOf(answer),
    ...decodeOf(answer, schemas, onRuntime),
    ...(paging === null ? [] : [ts`page: ${printPaging(paging)}`]),
    ...toldApart(answer, failures),
    ...(scopes.length === 0 ? [] : [ts`scopes: ${tsString(scopes.join(' '))}`]),
    ...(method.deprecated ? [ts`deprecated: warnOnce`] : []),
    ...(isSameSecurity(alternatives, security.usual) ? [] : [ts`security: ${tsValue(alternatives)}`]),
    ...(url === null ? [] : [ts`server: ${tsString(url)}`]),
  ];
  return members.length === 0 ? null : ts`{ ${join(members, ', ')} }`;
}

const WRITERS = {
  json: 'jsonBody',
  form: 'formBody',
  multipart: 'multipart',
  text: 'text',
  binary: 'binary',
} as const;

function bodyOf(body: BoundBody, schemas: Schemas, onRuntime: OnRuntime): Ts {
  const { kind, mediaType, required } = body;
  const writer = WRITERS[kind];
  onRuntime(writer);
  const fields = requiredFields(body, schemas);
  // No body is of a range of media types: the writer knows one.
  const isUsual = mediaType === 'application/json' || mediaType.includes('*');
  const members = [
    ...(isUsual ? [] : [ts`type: ${tsString(mediaType)}`]),
    ts`write: ${writer as Ts}`,
    ...(required ? [] : [ts`optional: true`]),
    ...(fields.length === 0 ? [] : [ts`fields: ${tsValue(fields)}`]),
    ...partMembers(body, schemas, onRuntime),
  ];
  return ts`{ ${join(members, ', ')} }`;
}

/** The fields that every JSON body must have: of one that may be no object, none. */
function requiredFields({ kind, schema }: BoundBody, schemas: Schemas): readonly string[] {
  if (kind !== 'json' || schema === null) return [];
  const resolved = resolveSchema(schema, schemas);
  if (schema.nullable === true || resolved.nullable === true || resolved.kind === 'union') return [];
  return fieldsOf(schema, schemas)
    .filter((field) => field.required && !isHidden(field.schema, 'request', schemas))
    .map(({ name }) => name);
}

function acceptOf({ kind, mediaTypes }: Answer): readonly Ts[] {
  const accept = mediaTypes.join(', ');
  return kind === null || accept === 'application/json' ? [] : [ts`accept: ${tsString(accept)}`];
}

function decodeOf(answer: Answer, schemas: Schemas, onRuntime: OnRuntime): readonly Ts[] {
  const decoder = decoderOf(answer, schemas);
  if (decoder === null) return [];
  onRuntime(decoder);
  return [ts`decode: ${decoder as Ts}`];
}

/** The runtime's function that reads a success; null: it is JSON, or never there. */
function decoderOf({ kind, successes, isMixed, isBodiless }: Answer, schemas: Schemas): string | null {
  if (isMixed) return 'decodeByType';
  switch (kind) {
    case 'json':
      return null;
    case 'text':
      return 'decodeText';
    case 'binary':
      return 'decodeBlob';
    case 'lines':
      return 'decodeJsonLines';
    case 'events': {
      const [body] = successes.flatMap(({ bodies }) => bodies);
      const { isJson } = eventShape(streamedItem(body?.schema ?? null, schemas), schemas);
      return isJson ? 'decodeJsonEvents' : 'decodeEvents';
    }
    case null:
      return isBodiless ? null : 'decodeNothing';
  }
}

/** What `.result()` must be told: failures that are not the usual, and a success that no number stands for. */
function toldApart(answer: Answer, usual: readonly string[]): readonly Ts[] {
  const failures = declaredFailures(answer);
  const [success] = answer.successes.filter(({ status }) => !/^\d+$/.test(status));
  return [
    ...(failures.join(' ') === usual.join(' ') ? [] : [ts`failures: ${printStatuses(failures)}`]),
    ...(success === undefined ? [] : [ts`success: ${tsString(success.status)}`]),
  ];
}
