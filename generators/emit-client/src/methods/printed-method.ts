import { type Encoded, ts, tsString } from '@plumbline/render';
import type { Member } from '../types/print-type.ts';
import type { TypePlan } from '../types/type-plan.ts';
import type { TypeText } from '../types/type-text.ts';
import type { BoundMethod } from './bound-method.ts';
import { printDescriptor } from './descriptor.ts';
import { type ContextOf, dataType, paramMembers } from './method-types.ts';
import type { SecurityPlan } from './security.ts';
import type { ServerPlan } from './servers.ts';

type Ts = Encoded<'ts'>;

/** A method in TypeScript, before its own types have names. */
export interface PrintedMethod {
  readonly bound: BoundMethod;
  /** The members of its parameter object. */
  readonly members: readonly Member[];
  readonly areParamsOptional: boolean;
  /** What it resolves to. */
  readonly data: TypeText;
  /** Of the runtime's `method`. */
  readonly arguments: Ts;
}

export interface PrintOptions {
  readonly plan: TypePlan;
  readonly security: SecurityPlan;
  readonly server: ServerPlan;
  readonly contextOf: ContextOf;
  /** Told of each name of the runtime that is needed. */
  readonly onRuntime: (name: string) => void;
}

export function printMethod(
  bound: BoundMethod,
  { plan: { schemas }, security, server, contextOf, onRuntime }: PrintOptions,
): PrintedMethod {
  const members = paramMembers(bound, contextOf);
  if (members.length === 0) onRuntime('NoParams');
  if (bound.body?.kind === 'binary') onRuntime('BinaryBody');
  const operation = tsString(bound.operation.key);
  const descriptor = printDescriptor(bound, { schemas, security, server, onRuntime });
  return {
    bound,
    members,
    areParamsOptional: !bound.params.some(({ param }) => param.required) && bound.body?.required !== true,
    data: dataType(bound, contextOf),
    arguments: descriptor === null ? operation : ts`${operation}, ${descriptor}`,
  };
}
