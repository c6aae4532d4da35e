import { type Answer, type AnswerContext, makeAnswer } from '../answer/answer.ts';
import { OWN_CURSOR } from '../answer/paging.ts';
import { PREFERENCES, type Preferences, readPreferences } from '../answer/prefer.ts';
import type { Contract } from '../contract.ts';
import type { Problem } from '../problem.ts';
import { type CheckedRequest, checkRequest, type RawRequest } from '../request/check-request.ts';
import type { DEFAULTS } from './options.ts';
import { PROBLEM_TYPE, problemBody } from './problem-body.ts';
import type { createCounter, Script, ScriptedAnswer } from './script.ts';

type Settings = { readonly [K in keyof typeof DEFAULTS]: Required<import('./options.ts').ServerOptions>[K] };

export interface Responder {
  readonly contract: Contract;
  readonly settings: Settings;
  readonly script: Script;
  readonly counter: ReturnType<typeof createCounter>;
  readonly origin: string;
}

/** A request, checked, with its answer and what shall befall that. */
export interface Responded {
  readonly request: CheckedRequest;
  readonly answer: Answer;
  readonly fate: Pick<Preferences, 'delay' | 'drop' | 'truncate'>;
}

const OWN_QUERY: ReadonlySet<string> = new Set([OWN_CURSOR]);

/** Checks a request and makes its answer: what a test has scripted, what the request prefers, or what the spec declares. */
export async function respond(raw: RawRequest, responder: Responder): Promise<Responded> {
  const { contract, settings, script } = responder;
  const request = await checkRequest(contract, raw, {
    credentials: settings.credentials,
    ownQuery: OWN_QUERY,
  });
  const { operation } = request;
  const { preferences, wrong } = preferencesOf(raw, responder);
  if (operation === null || request.status !== null) {
    const answer = refusal(request.status ?? 400, operation?.key ?? null, request.problems, request.allowed);
    return { request, answer, fate: {} };
  }
  if (wrong.length > 0) {
    const problem = preferProblem(
      `\`${wrong.join(', ')}\` is no preference that can be met.`,
      `Known are ${PREFERENCES.join(', ')}, numbers within reason.`,
      'syntax',
    );
    return refusedWith(request, 400, problem);
  }
  const names = [operation.key, operation.operationId ?? operation.key, '*'];
  const scripted: ScriptedAnswer = script.take(names) ?? {};
  const wishes = { dynamic: settings.dynamic, ...preferences, ...scripted };
  const context: AnswerContext = {
    contract,
    target: raw.target,
    origin: responder.origin,
    accept: raw.headers.get('accept'),
    seed: settings.seed,
    items: settings.items,
    pageSize: settings.pageSize,
    retryAfter: settings.retryAfter,
    now: settings.now(),
  };
  const answer = makeAnswer({ ...request, operation }, wishes, context);
  if ('refused' in answer) {
    const { status, message, hint, keyword } = answer.refused;
    return refusedWith(request, status, preferProblem(message, hint, keyword));
  }
  return { request, answer: spoilt(altered(answer, scripted), operation.key, settings), fate: wishes };
}

function spoilt(answer: Answer, operation: string, { spoil }: Settings): Answer {
  const { status, value } = spoil(operation, answer);
  if (status === answer.status && value === answer.value) return answer;
  return { ...answer, status, value, body: value === undefined ? answer.body : JSON.stringify(value) };
}

/** What the header asks: not any more, where it has been answered so as often as it says. */
function preferencesOf(
  { method, target, headers }: RawRequest,
  { counter }: Responder,
): ReturnType<typeof readPreferences> {
  const header = headers.get('prefer');
  const read = readPreferences(header);
  const { times } = read.preferences;
  if (times === undefined || counter.isDue(`${method} ${target} ${header}`, times)) return read;
  return { preferences: {}, wrong: read.wrong };
}

/** What a test has put in the place of what the spec declares. */
function altered(answer: Answer, { body, text, headers, mutate }: ScriptedAnswer): Answer {
  const changed =
    body ?? (mutate !== undefined && answer.value !== undefined ? mutate(answer.value) : undefined);
  const more = Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const all = { ...answer.headers, ...more };
  if (changed === undefined) return { ...answer, headers: all, ...(text !== undefined && { body: text }) };
  const type = { 'content-type': 'application/json' };
  return {
    ...answer,
    headers: { ...type, ...all },
    body: JSON.stringify(changed),
    value: changed,
    example: null,
  };
}

function refusedWith(request: CheckedRequest, status: number, problem: Problem): Responded {
  const problems = [...request.problems, problem];
  const answer = refusal(status, request.operation?.key ?? null, problems, []);
  return { request: { ...request, problems, status }, answer, fate: {} };
}

export function refusal(
  status: number,
  operation: string | null,
  problems: readonly Problem[],
  allowed: readonly string[],
): Answer {
  const body = problemBody(status, operation, problems);
  const headers = {
    'content-type': PROBLEM_TYPE,
    ...(status === 405 && { allow: allowed.join(', ') }),
    ...(status === 401 && { 'www-authenticate': 'Bearer realm="contract-server"' }),
  };
  return { status, headers, body: JSON.stringify(body), value: undefined, example: null, notes: [] };
}

function preferProblem(message: string, hint: string, keyword: string): Problem {
  const name = keyword === 'accept' ? 'accept' : 'prefer';
  return { place: 'header', name, pointer: '', keyword, message, hint };
}
