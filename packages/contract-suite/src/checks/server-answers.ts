import {
  answerValue,
  type Content,
  isObject,
  type JsonValue,
  matchingType,
  member,
  type Response,
  seedOf,
} from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import { shown } from '../failure.ts';
import { findingsOf, type LiveFinding } from '../live/findings.ts';
import type { Coverage } from '../meta.ts';
import { failure, type Outcome, perform, type Subject } from '../subject.ts';
import { givenOf } from './given-of.ts';
import { expectPossible } from './possible.ts';
import { isSeen } from './seen.ts';
import { serverHeaderFault } from './server-headers.ts';

/** From these seeds answers are made with everything in them, so that variants have their turn. */
const SEEDS = [1, 2];
/** So many items has a list that is paged, each of a seed of its own: of an enum most values have their turn. */
const ITEMS = 24;

/**
 * What the server answers by itself says what the document says, and no more: whole answers and bare ones, of each
 * declared status that is a number. Where server and document are of different days, this is what tells.
 */
export function serverAnswerChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  return subject.operation.responses.flatMap((response) => {
    const status = Number(response.status);
    const content = response.contents.find(({ isJson }) => isJson);
    if (!isSeen(status) || response.contents.length === 0) return [];
    return [
      {
        name: `is answered ${status} as the document has it`,
        kind: status < 300 ? 'answer' : 'error',
        run: (session, coverage) =>
          content === undefined
            ? checkType(subject, { response, status }, session, coverage)
            : checkServer(subject, { response, status, content }, session, coverage),
      } satisfies Check<Client>,
    ];
  });
}

/** Of an answer that is no JSON its media type alone. */
async function checkType<Client>(
  subject: Subject<Client>,
  { response, status }: Omit<Declared, 'content'>,
  session: Session<Client>,
  coverage: Coverage,
): Promise<void> {
  const given = givenOf(subject, session, 'required', coverage);
  const { exchanges } = await perform(subject, session, given, { answers: [{ code: status }] });
  const type = exchanges[0]?.answer.headers['content-type'];
  if (type === undefined || matchingType(response.contents, type) !== undefined) return;
  throw failure(
    subject,
    `the server's answer ${status} is of the type ${type}, which the document does not declare.`,
    {
      exchange: exchanges[0],
      document: pointerOf(subject, response),
    },
  );
}

interface Declared {
  readonly response: Response;
  readonly status: number;
  readonly content: Content;
}

async function checkServer<Client>(
  subject: Subject<Client>,
  declared: Declared,
  session: Session<Client>,
  coverage: Coverage,
): Promise<void> {
  const { status } = declared;
  const given = givenOf(subject, session, 'required', coverage);
  const isPaged = subject.method.pagination !== null;
  const size = isPaged && status < 300 ? { items: ITEMS, pageSize: ITEMS } : {};
  const wholes = SEEDS.map((seed) => ({ dynamic: true, seed, ...size }));
  // The errors of a provider are much the same everywhere.
  const wishes = status < 300 ? [...wholes, { minimal: true }] : wholes.slice(0, 1);
  const whole: JsonValue[] = [];
  for (const wish of wishes) {
    const outcome = await perform(subject, session, given, { answers: [{ code: status, ...wish }] });
    const value = bodyOf(outcome, status);
    expectSaid(subject, declared, { outcome, value, session });
    if ('seed' in wish && value !== undefined) whole.push(value);
  }
  const seeds = wishes.flatMap((wish) => ('seed' in wish ? wish.seed : []));
  expectWhole(subject, declared, { answers: whole, seeds }, session);
}

/** What the client has of the answer: of an error its body. */
function bodyOf({ value, error }: Outcome, status: number): JsonValue | undefined {
  const { reason } = error ?? {};
  const told =
    status < 300 || !(reason instanceof Error) ? value : (reason as { readonly body?: unknown }).body;
  return told as JsonValue | undefined;
}

function expectSaid<Client>(
  subject: Subject<Client>,
  { response, status, content }: Declared,
  {
    outcome,
    value,
    session,
  }: { readonly outcome: Outcome; readonly value: JsonValue | undefined; readonly session: Session<Client> },
): void {
  const [exchange] = outcome.exchanges;
  const pointer = pointerOf(subject, response);
  const fail = (what: string, document = pointer) => failure(subject, what, { exchange, document });
  if (exchange === undefined) throw fail('nothing was sent.');
  if (exchange.answer.status !== status)
    throw fail(`the server answers ${exchange.answer.status} where ${status} was asked for.`);
  const mediaType = exchange.answer.headers['content-type'];
  const [found] = findingsOf({ status, mediaType, value }, subject.operation, session.contract);
  if (found !== undefined) {
    expectPossible(member(content.object, 'schema'), session.contract, status);
    throw fail(`the server's answer ${status} ${sentenceOf(found)}.`, found.document);
  }
  const about = serverHeaderFault(exchange.answer.headers, response, subject);
  if (about !== null) throw fail(about);
  const scopes = /\bscope="([^"]*)"/.exec(exchange.answer.headers['www-authenticate'] ?? '')?.[1];
  const known = (outcome.error?.reason as { readonly requiredScopes?: unknown } | undefined)?.requiredScopes;
  if (scopes !== undefined && Array.isArray(known) && words(scopes) !== [...known].sort().join(' '))
    throw fail(`the server wants one of the scopes ${scopes}, and the error names ${shown(known)}.`);
}

/** Every member that the document declares, and that nothing forbids, is there in some answer with everything in it. */
function expectWhole<Client>(
  subject: Subject<Client>,
  { response, status, content }: Declared,
  { answers, seeds }: { readonly answers: readonly JsonValue[]; readonly seeds: readonly number[] },
  { contract }: Session<Client>,
): void {
  const samples = seeds.map((each) => {
    // As the server does it, so that both take the same variants.
    const seed = seedOf(`${subject.operation.key} ${status}`, each);
    const made = answerValue(content, { dynamic: true, seed }, contract);
    return 'value' in made && made.value !== undefined ? membersOf(made.value) : new Set<string>();
  });
  const found = new Set(answers.flatMap((answer) => [...membersOf(answer)]));
  const { pagination } = subject.method;
  // A list that is asked for whole has no page after it.
  if (pagination?.kind === 'cursor') found.add(pagination.next.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const name of samples[0] ?? []) {
    if (found.has(name) || !samples.every((sample) => sample.has(name))) continue;
    throw failure(
      subject,
      `no answer ${status} of the server has \`${name}\`, which the document declares.`,
      {
        document: pointerOf(subject, response),
      },
    );
  }
}

/** The members of a value, those of all items of a list together: `/profile/name`. */
function membersOf(value: JsonValue, above = '', found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) membersOf(item, above, found);
  else if (isObject(value))
    for (const [name, own] of Object.entries(value)) {
      found.add(`${above}/${name}`);
      membersOf(own, `${above}/${name}`, found);
    }
  return found;
}

/** What follows `the answer`. */
function sentenceOf({ keyword, at, type }: LiveFinding): string {
  const what = type === null ? '' : `, of type ${type},`;
  if (keyword === 'undeclared') return `has \`${at}\`${what} which the document does not declare`;
  return `at \`${at}\`${what} is not as the document has it: \`${keyword}\``;
}

function words(text: string): string {
  return text.split(' ').sort().join(' ');
}

function pointerOf<Client>({ operation }: Subject<Client>, { status }: Response): string {
  const path = operation.path.replaceAll('~', '~0').replaceAll('/', '~1');
  return `/paths/${path}/${operation.method.toLowerCase()}/responses/${status}`;
}
