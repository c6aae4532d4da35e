import {
  type Content,
  isStreamType,
  type JsonValue,
  member,
  type Response,
  type ScriptedAnswer,
} from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import type { Session } from '../contract.ts';
import { differenceOf } from '../difference.ts';
import { shown } from '../failure.ts';
import type { Coverage } from '../meta.ts';
import { responsePointer } from '../plan.ts';
import { schemasOf } from '../schemas.ts';
import { failure, type Outcome, perform, reasonOf, type Subject } from '../subject.ts';
import { valuesOf } from '../values/arbitrary.ts';
import { eachOf } from './each-of.ts';
import { errorFault } from './error-class.ts';
import { givenOf } from './given-of.ts';
import { expectPossible } from './possible.ts';
import { isSeen } from './seen.ts';

/** So many answers are made of each status, beside the server's own. */
const RUNS = 2;

/** Each declared answer: a success decodes to what was sent, and validates; an error rejects with its class and body. */
export function answerChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const { responses } = subject.operation;
  const statuses = new Set(responses.map(({ status }) => status));
  return responses.flatMap((response) => {
    const status = statusOf(response.status, statuses);
    if (status === null) return [];
    const content = contentOf(response, status);
    const type = content === null ? 'without a body' : content.mediaType;
    const isSuccess = status < 300;
    return [
      {
        name: `${isSuccess ? 'decodes' : 'rejects with'} ${response.status} ${type}`,
        kind: isSuccess ? 'answer' : 'error',
        run: (session, coverage) => checkAnswer(subject, { response, status, content }, session, coverage),
      } satisfies Check<Client>,
    ];
  });
}

interface Declared {
  readonly response: Response;
  readonly status: number;
  /** Null: it has no body. */
  readonly content: Content | null;
}

async function checkAnswer<Client>(
  subject: Subject<Client>,
  declared: Declared,
  session: Session<Client>,
  coverage: Coverage,
): Promise<void> {
  const { response, status, content } = declared;
  coverage.statuses.add(response.status);
  for (const { mediaType } of response.contents)
    if (content !== null && mediaType !== content.mediaType)
      coverage.uncovered.set(
        `status ${response.status} ${mediaType}`,
        `the server answers ${content.mediaType}`,
      );
  const given = givenOf(subject, session, 'required', coverage);
  const answered = async (answer: ScriptedAnswer, wanted: JsonValue | undefined, schema?: JsonValue) => {
    const seen: { status: number | undefined } = { status: undefined };
    const outcome = await perform(subject, session, given, {
      answers: [{ code: status, ...answer }],
      use: async (call) => {
        const { data, status: told } = await withStatus(call, content);
        seen.status = told;
        return data;
      },
    });
    const body = wanted ?? outcome.exchanges[0]?.answer.value;
    for (const pointer of schemasOf(schema, body, session.contract)) coverage.schemas.add(pointer);
    expectAnswer(subject, declared, { outcome, wanted: body, told: seen.status });
    return body;
  };
  if (content === null) return void (await answered({}, undefined));
  if (isStreamType(content.mediaType) && status < 300)
    return void (await answered({ dynamic: true }, undefined));
  if (!content.isJson) {
    for (const text of ['a', 'é😀\r\n "<&>'])
      await answered(
        { text, headers: { 'content-type': `${content.mediaType.replaceAll('*', 'plain')}` } },
        text,
      );
    return;
  }
  const schema = member(content.object, 'schema');
  const pointer = responsePointer(subject.operation, response.status);
  const check = session.contract.check('response', schema);
  const own = await answered({}, undefined, schema);
  const [fault] = own === undefined ? [] : check(own);
  if (fault !== undefined) {
    expectPossible(schema, session.contract, status);
    throw failure(subject, `the answer ${status} at \`${fault.pointer}\` ${fault.message}.`, {
      document: pointer,
    });
  }
  const values = valuesOf(schema, {
    document: session.contract.document,
    purpose: 'response',
    place: 'json',
  });
  if (values === undefined || own === undefined) return;
  const checked = values.map((value) => (check(value).length === 0 ? value : own));
  await eachOf(
    subject,
    checked,
    RUNS,
    async (value) => void (await answered({ body: value }, value, schema)),
  );
}

/** Holds what the caller got to what was answered. */
function expectAnswer<Client>(
  subject: Subject<Client>,
  { status, response }: Declared,
  {
    outcome,
    wanted,
    told,
  }: { readonly outcome: Outcome; readonly wanted: unknown; readonly told: number | undefined },
): void {
  const [exchange] = outcome.exchanges;
  const fail = (what: string) =>
    failure(subject, what, { exchange, document: responsePointer(subject.operation, response.status) });
  if (exchange === undefined) throw fail(`nothing was sent: ${reasonOf(outcome)}`);
  if (exchange.answer.status !== status)
    throw fail(`the server answers ${exchange.answer.status} where ${status} was asked for.`);
  if (status < 300) {
    if (outcome.error !== undefined) throw fail(`the answer ${status} was rejected: ${reasonOf(outcome)}`);
    if (told !== undefined && told !== status) throw fail(`the answer ${status} is told to be ${told}.`);
    const difference = differenceOf(wanted, outcome.value);
    if (difference !== null)
      throw fail(
        `the answer ${status} at \`${difference.pointer}\` was ${shown(difference.wanted)} and is decoded as ${shown(difference.found)}.`,
      );
    return;
  }
  if (outcome.error === undefined)
    throw fail(`the answer ${status} was taken for a success: ${shown(outcome.value)}.`);
  const fault = errorFault(outcome.error.reason, { status, body: wanted, suite: subject.suite });
  if (fault !== null) throw fail(fault);
}

/** What the call says of its answer beside the body, where it can be asked. */
async function withStatus(
  call: PromiseLike<unknown>,
  content: Content | null,
): Promise<{ readonly data: unknown; readonly status: number | undefined }> {
  const { withResponse } = call as {
    readonly withResponse?: () => Promise<{
      readonly data: unknown;
      readonly response: { readonly status: number };
    }>;
  };
  if (withResponse === undefined) return { data: await dataOf(await call, content), status: undefined };
  const { data, response } = await withResponse.call(call);
  return { data: await dataOf(data, content), status: response.status };
}

/** Bytes as their text; of a stream the list of its values, of events their data. */
async function dataOf(data: unknown, content: Content | null): Promise<unknown> {
  if (data instanceof Blob) return data.text();
  if (content === null || !isStreamType(content.mediaType)) return data;
  const values: unknown[] = [];
  for await (const item of data as AsyncIterable<unknown>)
    values.push(/event-stream/i.test(content.mediaType) ? (item as { readonly data?: unknown }).data : item);
  return values;
}

/** The status to ask for: `2XX` stands for 200, `default` for an error unless it stands alone. Null: nobody sees it. */
function statusOf(declared: string, all: ReadonlySet<string>): number | null {
  if (declared === 'default') return all.size === 1 ? 200 : 500;
  const range = /^([2-5])XX$/i.exec(declared);
  if (range !== null) return unnamed(Number(range[1]) * 100, all);
  const status = Number(declared);
  return isSeen(status) ? status : null;
}

/** The first of a range that is not declared by itself. */
function unnamed(first: number, all: ReadonlySet<string>): number {
  const free = Array.from({ length: 100 }, (_, i) => first + i).find(
    (status) => !all.has(String(status)) && !BODILESS.has(status),
  );
  return free ?? first;
}

/** RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** As the server chooses it: JSON before others. */
function contentOf({ contents }: Response, status: number): Content | null {
  if (BODILESS.has(status)) return null;
  return contents.find(({ isJson }) => isJson) ?? contents[0] ?? null;
}
