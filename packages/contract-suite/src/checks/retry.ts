import type { Exchange, ScriptedAnswer } from '@plumbline/contract-server';
import type { Check } from '../check.ts';
import { shown } from '../failure.ts';
import { failure, type Outcome, perform, reasonOf, type Subject } from '../subject.ts';
import { withoutWaiting } from '../waits.ts';
import { givenOf } from './given-of.ts';

/** Methods that may be sent again without asking (RFC 9110 section 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']);

/** Seconds that nobody would wait by chance. */
const RETRY_AFTER = 7;
const RESET_AFTER = 23;

/** After 429 and 503 the same request is sent again, when the header says; one that is not idempotent if it is asked for alone. */
export function retryChecks<Client>(subject: Subject<Client>): readonly Check<Client>[] {
  const isIdempotent = IDEMPOTENT.has(subject.operation.method);
  const { reset } = subject.suite.provider.rateLimit;
  const check = (
    code: number,
    header: string,
    {
      wanted,
      within,
      answer,
    }: { readonly wanted: number; readonly within: number; readonly answer: () => ScriptedAnswer },
  ): Check<Client> => ({
    name: `sends again after ${code}, as ${header} says`,
    kind: 'retry',
    run: async (session, coverage) => {
      const given = givenOf(subject, session, 'required', coverage);
      const answers = [{ ...answer(), code, times: 1 }];
      const options = isIdempotent ? {} : { retry: true };
      const { result, waits } = await withoutWaiting(() =>
        perform(subject, session, given, { answers, retry: true, options }),
      );
      expectAgain(subject, result, waits, { code, header, wanted, within });
    },
  });
  const checks = [429, 503].map((code) =>
    check(code, 'Retry-After', {
      wanted: RETRY_AFTER * 1000,
      within: 0,
      answer: () => ({ retryAfter: RETRY_AFTER }),
    }),
  );
  if (reset !== undefined)
    checks.push(
      check(429, reset, {
        wanted: RESET_AFTER * 1000,
        within: 2000,
        answer: () => ({
          headers: { 'retry-after': '', [reset]: String(Math.floor(Date.now() / 1000) + RESET_AFTER) },
        }),
      }),
    );
  if (!isIdempotent)
    checks.push({
      name: 'is not sent again by itself',
      kind: 'retry',
      run: async (session, coverage) => {
        const given = givenOf(subject, session, 'required', coverage);
        const answers = [{ code: 503, retryAfter: RETRY_AFTER, times: 1 }];
        const { result } = await withoutWaiting(() =>
          perform(subject, session, given, { answers, retry: true }),
        );
        const [exchange, ...more] = result.exchanges;
        if (more.length > 0)
          throw failure(
            subject,
            `after 503 it is sent ${more.length + 1} times, though it is not idempotent.`,
            { exchange },
          );
      },
    });
  return checks;
}

function expectAgain<Client>(
  subject: Subject<Client>,
  outcome: Outcome,
  waits: readonly number[],
  {
    code,
    header,
    wanted,
    within,
  }: { readonly code: number; readonly header: string; readonly wanted: number; readonly within: number },
): void {
  const [first, second, ...more] = outcome.exchanges;
  const fail = (what: string) => failure(subject, `after ${code} ${what}`, { exchange: first });
  if (first === undefined) throw fail(`nothing is sent: ${reasonOf(outcome)}`);
  if (first.answer.status !== code) throw fail(`was asked for, and ${first.answer.status} is answered.`);
  if (second === undefined) throw fail(`it is not sent again: ${reasonOf(outcome)}`);
  if (more.length > 0) throw fail(`and an answer it is sent ${more.length} more times.`);
  const part = differingPart(first, second);
  if (part !== null) throw fail(`another ${part} is sent.`);
  const wait = waits.find((milliseconds) => Math.abs(milliseconds - wanted) <= within);
  if (wait === undefined)
    throw fail(
      `${header} asks for ${wanted / 1000} s, and the client waits ${waits.length === 0 ? 'not at all' : shown(waits.map((each) => each / 1000))}.`,
    );
  // What declares nothing but a redirect cannot succeed.
  if (outcome.error !== undefined && second.answer.status < 300)
    throw fail(`and a success the call is rejected: ${reasonOf(outcome)}`);
}

/** What of a request is not as it was, but for the boundary of its parts. */
function differingPart(first: Exchange, second: Exchange): string | null {
  if (first.method !== second.method) return 'method';
  if (first.target !== second.target) return 'address';
  const type = first.headers['content-type'] ?? '';
  const isMultipart = type.startsWith('multipart/');
  const headers = ({ headers: all }: Exchange) =>
    JSON.stringify(Object.entries(all).filter(([name]) => !isMultipart || !name.startsWith('content-')));
  if (headers(first) !== headers(second)) return 'header';
  const isSame = isMultipart
    ? JSON.stringify(first.body) === JSON.stringify(second.body)
    : Buffer.compare(first.bytes, second.bytes) === 0;
  return isSame ? null : 'body';
}
