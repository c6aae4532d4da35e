import type { JsonValue } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import { type ClientSource, clientFault } from './client-fault.ts';
import { declaresStatus, hasListOutsideQuery } from './provider-facts.ts';

/** A piece of a source that gives way to another, wherever it stands in files of that name. */
export interface TextOperator {
  readonly operator: string;
  /** The end of the file's path. */
  readonly file: RegExp;
  /** Has the flag `g`. */
  readonly find: RegExp;
  /** As `String.prototype.replace` takes it. */
  readonly put: string;
  /** What is wrong then, as a sentence. */
  readonly what: string;
  /** Why a provider need not notice it: it has nothing of that sort. Null: it should. */
  readonly unneeded?: (document: JsonValue, found: string) => string | null;
}

/** What is the same for all methods of an emitted client. */
export const CORE_OPERATORS: readonly TextOperator[] = [
  {
    operator: 'client-credential-changed',
    file: /generated\/core\.ts$/,
    find: /\bprefix: '[^'\\]*'/g,
    put: "prefix: 'Other '",
    what: 'the credentials are written in another way',
  },
  {
    operator: 'client-credential-changed',
    file: /generated\/core\.ts$/,
    find: /\bsecurity: \[(\[[^[\]]*\]), (\[[^[\]]*\])\]/g,
    put: 'security: [$2]',
    what: 'the first of the alternative credentials is not known',
  },
  {
    operator: 'client-error-unread',
    file: /generated\/core\.ts$/,
    find: /\b(message|code|id): '([^'\\]+)'(?=[^\n]*\},$)/gm,
    put: "$1: '$2X'",
    what: 'a member of the error body is read under another name',
  },
  {
    operator: 'client-failure-forgotten',
    file: /generated\/core\.ts$/,
    find: /\bfailures: \[(\d+)/g,
    put: 'failures: [999',
    what: 'a failure that most methods declare is not known',
  },
  {
    operator: 'client-retry-lost',
    file: /generated\/core\.ts$/,
    find: /\brateLimit: \{ reset: '[^'\\]*' \}/g,
    put: "rateLimit: { reset: 'x-nothing' }",
    what: 'the header that tells when the limit resets is not read',
  },
  {
    operator: 'client-server-changed',
    file: /generated\/core\.ts$/,
    find: /\bserver: '(https?:\/\/)/g,
    put: "server: '$1x.",
    what: 'the server is another',
  },
];

const RUNTIME = (name: string) => new RegExp(`^runtime/src/${name.replaceAll('.', '\\.')}$`);

/** What all emitted clients run on. */
export const RUNTIME_OPERATORS: readonly TextOperator[] = [
  {
    operator: 'runtime-encoding-changed',
    file: /^runtime\/src\/(?:serialize|request|client)\/[\w-]+\.ts$/,
    find: /\bencodeURIComponent\b/g,
    put: 'encodeURI',
    what: 'reserved characters are not encoded',
  },
  {
    operator: 'runtime-encoding-changed',
    file: RUNTIME('request/body.ts'),
    find: /(?<='application\/json', )toJson\b/g,
    put: 'String',
    what: 'a body is not written as JSON',
  },
  {
    operator: 'runtime-encoding-changed',
    file: RUNTIME('serialize/plain.ts'),
    find: /join\('(?:,|&)'\)/g,
    put: "join(';')",
    what: 'lists are joined by another character',
    unneeded: (document, found) =>
      found.includes(',') && !hasListOutsideQuery(document)
        ? 'No parameter of a path or header is a list.'
        : null,
  },
  {
    operator: 'runtime-header-dropped',
    file: RUNTIME('send.ts'),
    find: /, 'content-type': type\b/g,
    put: '',
    what: 'no media type is sent',
  },
  {
    operator: 'runtime-header-dropped',
    file: RUNTIME('send.ts'),
    find: /\{ accept, 'content-type'/g,
    put: "{ accept: 'text/html', 'content-type'",
    what: 'what is not answered is accepted alone',
  },
  {
    operator: 'runtime-header-dropped',
    file: RUNTIME('send.ts'),
    find: / written\.headers,/g,
    put: '',
    what: 'parameters of the header are not sent',
  },
  {
    operator: 'runtime-header-dropped',
    file: RUNTIME('send.ts'),
    find: /\n\s*options\.headers,/g,
    put: '',
    what: 'the headers of a call are not sent',
  },
  {
    operator: 'runtime-header-dropped',
    file: RUNTIME('exchange/exchange.ts'),
    find: /\bof secrets\)/g,
    put: 'of secrets.slice(0, 0))',
    what: 'credentials are not sent',
  },
  {
    operator: 'runtime-method-changed',
    file: RUNTIME('send.ts'),
    find: /method: facts\.method\b/g,
    put: "method: facts.method === 'PUT' ? 'POST' : facts.method",
    what: 'PUT is sent as POST',
  },
  {
    operator: 'runtime-query-dropped',
    file: RUNTIME('request/parameters.ts'),
    find: /target: target \+ \(search && `[^`]*`\)/g,
    put: 'target: target + search.slice(0, 0)',
    what: 'no query is sent',
  },
  {
    operator: 'runtime-check-lost',
    file: RUNTIME('request/parameters.ts'),
    find: /isInPath \? NO_SEGMENT\.test\(text \?\? ''\) : /g,
    put: 'isInPath ? false : ',
    what: 'path values that are absent or reach another path are sent',
  },
  {
    operator: 'runtime-check-lost',
    file: RUNTIME('request/parameters.ts'),
    find: /^ {2}refuseUnknown\(params, known[^\n]*$/gm,
    put: '  void refuseUnknown;',
    what: 'parameters that nobody declared are not refused',
  },
  {
    operator: 'runtime-retry-lost',
    file: RUNTIME('exchange/exchange.ts'),
    find: /statuses\.includes\(response\.status\)/g,
    put: '(statuses.length < 0)',
    what: 'no status is tried again',
  },
  {
    operator: 'runtime-retry-lost',
    file: RUNTIME('exchange/retry.ts'),
    find: /statuses: \[408, 429, 502, 503, 504\]/g,
    put: 'statuses: [408, 502, 503, 504]',
    what: '429 is not tried again',
  },
  {
    operator: 'runtime-retry-lost',
    file: RUNTIME('exchange/retry.ts'),
    find: /\b429, 502, 503, 504\]/g,
    put: '429, 502, 504]',
    what: '503 is not tried again',
  },
  {
    operator: 'runtime-retry-lost',
    file: RUNTIME('exchange/exchange.ts'),
    find: /askedSeconds\(response, client\.rateLimit\)/g,
    put: '(undefined as number | undefined)',
    what: 'the wait that an answer asks for is not kept',
  },
  {
    operator: 'runtime-retry-lost',
    file: RUNTIME('exchange/retry.ts'),
    find: /parseFloat\(after\), /g,
    put: '',
    what: 'the header Retry-After is not read as a number',
  },
  {
    operator: 'runtime-pages-unread',
    file: RUNTIME('paging/link-pages.ts'),
    find: /return NEXT\.exec\(header \?\? ''\)\?\.\[1\]/g,
    put: "return NEXT.exec(header?.slice(0, 0) ?? '')?.[1]",
    what: 'the link to the next page is not read',
  },
  {
    operator: 'runtime-pages-unread',
    file: RUNTIME('paging/paged-call.ts'),
    find: /yield\* items as readonly Item\[\]/g,
    put: 'yield* items.slice(1) as readonly Item[]',
    what: 'the first item of each page is left out',
  },
  {
    operator: 'runtime-pages-unread',
    file: RUNTIME('paging/paged-call.ts'),
    find: /items\.push\(item\) >= limit/g,
    put: 'items.push(item) > limit',
    what: 'one item too many is given',
  },
  {
    operator: 'runtime-answer-unread',
    file: RUNTIME('send.ts'),
    find: /if \(!ok\) throw/g,
    put: 'if (status >= 500) throw',
    what: 'a refusal is taken for a success',
  },
  {
    operator: 'runtime-answer-unread',
    file: RUNTIME('send.ts'),
    find: /response, await response\.text\(\)\)/g,
    put: 'response, (await response.text()).slice(0, 0))',
    what: 'the body of an error is not read',
  },
  {
    operator: 'runtime-answer-unread',
    file: RUNTIME('response/decode.ts'),
    find: /return text \? parsed\(/g,
    put: "return text && text[0] !== '[' ? parsed(",
    what: 'lists are not decoded',
  },
  {
    operator: 'runtime-answer-unread',
    file: RUNTIME('response/errors.ts'),
    find: /\bcode: textMember\(body, errors\.code\)/g,
    put: 'code: textMember(body, errors.id)',
    what: "the error's code is another member of its body",
  },
  {
    operator: 'runtime-answer-unread',
    file: RUNTIME('response/status-errors.ts'),
    find: /hasStatus\(value, (4\d\d)\)/g,
    put: 'hasStatus(value, $19)',
    what: 'an error is not of the class of its status',
    unneeded: (document, found) => {
      const status = /\d+/.exec(found)?.[0] ?? '';
      return status === '401' || declaresStatus(document, status) ? null : `No operation declares ${status}.`;
    },
  },
];

/** Every fault of these operators in a source. */
export function textFaults(
  source: ClientSource,
  operators: readonly TextOperator[],
  document: JsonValue,
): readonly Fault[] {
  return operators
    .filter(({ file }) => file.test(source.file))
    .flatMap(({ operator, find, put, what, unneeded = () => null }) =>
      [...source.text.matchAll(find)].flatMap((match) => {
        const [found] = match;
        if (isImport(source.text, match.index)) return [];
        const text = put.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
        return clientFault(source, {
          operator,
          what: `${what}: \`${found.trim()}\``,
          edits: [{ start: match.index, end: match.index + found.length, text }],
          operations: [],
          equivalent: unneeded(document, found),
        });
      }),
    );
}

function isImport(text: string, at: number): boolean {
  return text.startsWith('import ', text.lastIndexOf('\n', at) + 1);
}
