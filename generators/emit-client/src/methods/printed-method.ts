import { type Encoded, ts, tsString } from '@plumbline/render';
import type { Member } from '../types/print-type.ts';
import type { TypePlan } from '../types/type-plan.ts';
import type { TypeText } from '../types/type-text.ts';
import type { BoundMethod } from './bound-method.ts';
import { printDescriptor } from './descriptor.ts';
import { type ContextOf, paramMembers } from './method-types.ts';
import { dataType, itemType, type Outcome, outcomesOf } from './result-types.ts';
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
  /** An item of its pages; null: it has none. */
  readonly item: TypeText | null;
  readonly outcomes: readonly Outcome[];
  /** Of the runtime's `method`. */
  readonly arguments: Ts;
}

export interface PrintOptions {
  readonly plan: TypePlan;
  readonly security: SecurityPlan;
  readonly server: ServerPlan;
  /** What most methods declare. */
  readonly failures: readonly string[];
  readonly contextOf: ContextOf;
  /** Told of each name of the runtime that is needed. */
  readonly onRuntime: (name: string) => void;
}

export function printMethod(
  bound: BoundMethod,
  { plan: { schemas }, security, server, failures, contextOf, onRuntime }: PrintOptions,
): PrintedMethod {
  const members = paramMembers(bound, contextOf);
  if (members.length === 0) onRuntime('NoParams');
  if (bound.body?.kind === 'binary') onRuntime('BinaryBody');
  onRuntime(bound.paging === null ? 'Call' : 'PagedCall');
  const options = { contextOf, onRuntime };
  const operation = tsString(`${bound.operation.method} ${bound.path}`);
  const descriptor = printDescriptor(bound, { schemas, security, server, failures, onRuntime });
  return {
    bound,
    members,
    areParamsOptional: !bound.params.some(({ param }) => param.required) && bound.body?.required !== true,
    data: dataType(bound, options),
    item: itemType(bound, options),
    outcomes: outcomesOf(bound, options),
    arguments: descriptor === null ? operation : ts`${operation}, ${descriptor}`,
  };
}
