import type { Schemas } from '@plumbline/model';
import { type Encoded, join, ts, tsString, tsValue } from '@plumbline/render';
import type { Answer, BoundBody, BoundMethod } from './bound-method.ts';
import { type OnRuntime, placementMembers } from './placements.ts';
import { isSameSecurity, type SecurityPlan } from './security.ts';
import type { ServerPlan } from './servers.ts';

type Ts = Encoded<'ts'>;

export interface DescriptorOptions {
  readonly schemas: Schemas;
  readonly security: SecurityPlan;
  readonly server: ServerPlan;
  readonly onRuntime: OnRuntime;
}

/** The runtime's descriptor of a method as an object literal, defaults left out; null where nothing is left. */
export function printDescriptor(
  { operation, params, body, answer }: BoundMethod,
  { schemas, security, server, onRuntime }: DescriptorOptions,
): Ts | null {
  const alternatives = security.alternativesOf(operation);
  const url = server.serverOf(operation);
  const members = [
    ...placementMembers(params, schemas, onRuntime),
    ...(body === null ? [] : [ts`body: ${bodyOf(body, onRuntime)}`]),
    ...acceptOf(answer),
    ...decodeOf(answer, onRuntime),
    ...(isSameSecurity(alternatives, security.usual) ? [] : [ts`security: ${tsValue(alternatives)}`]),
    ...(url === null ? [] : [ts`server: ${tsString(url)}`]),
  ];
  return members.length === 0 ? null : ts`{ ${join(members, ', ')} }`;
}

const WRITERS = { form: 'formBody', multipart: 'multipart', text: 'text', binary: 'binary' } as const;

function bodyOf({ kind, mediaType }: BoundBody, onRuntime: OnRuntime): Ts {
  if (kind === 'json' && mediaType === 'application/json') return ts`true`;
  const type = ts`type: ${tsString(mediaType)}`;
  if (kind === 'json') return ts`{ ${type} }`;
  const writer = WRITERS[kind];
  onRuntime(writer);
  return ts`{ ${type}, write: ${writer as Ts} }`;
}

function acceptOf({ kind, mediaTypes }: Answer): readonly Ts[] {
  const accept = mediaTypes.join(', ');
  return kind === null || accept === 'application/json' ? [] : [ts`accept: ${tsString(accept)}`];
}

function decodeOf({ kind, isMixed, isBodiless }: Answer, onRuntime: OnRuntime): readonly Ts[] {
  const decoder = isMixed
    ? 'decodeByType'
    : kind === 'text'
      ? 'decodeText'
      : kind === 'binary'
        ? 'decodeBlob'
        : kind === null && !isBodiless
          ? 'decodeNothing'
          : null;
  if (decoder === null) return [];
  onRuntime(decoder);
  return [ts`decode: ${decoder as Ts}`];
}
