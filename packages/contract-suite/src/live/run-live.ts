import {
  type Contract,
  isJsonType,
  type JsonValue,
  type Operation,
  openContract,
  type Provider,
  type ProviderMethod,
} from '@plumbline/contract-server';
import { clientMethod } from '../client-method.ts';
import { findingsOf, type LiveAnswer, type LiveFinding } from './findings.ts';
import { knownValues } from './known-values.ts';
import { type Clock, readingFetch } from './throttle.ts';

/** A method, `okta.users.users.list_users`, and its operation. */
interface About {
  readonly method: string;
  readonly operation: string;
}

export interface LiveReport {
  readonly format: 1;
  readonly provider: string;
  readonly title: string;
  readonly specVersion: string;
  /** GET requests that were sent. */
  readonly requests: number;
  readonly covered: readonly (About & { readonly status: number })[];
  readonly uncovered: readonly (About & { readonly why: string })[];
  readonly findings: readonly (About & LiveFinding)[];
}

export interface LiveSubject {
  readonly provider: Provider;
  readonly createClient: (options: object) => unknown;
}

export interface LiveRun {
  /** Of the client: server variables and credentials. */
  readonly options: object;
  /** Requests a second. Default 2. */
  readonly rate?: number;
  readonly clock: Clock;
  /** Of parameters in paths that no list answers: `clientId`. */
  readonly values?: { readonly [parameter: string]: string };
  /** Hears of each method that was answered. */
  readonly onAnswer?: (method: string, status: number) => void;
}

/**
 * Calls the methods that read (GET) on a real server, each once and with as little as it takes, and holds what comes to
 * the document. What stands in a path is taken from lists that were answered before.
 */
export async function runLive(
  { provider, createClient }: LiveSubject,
  { options, rate = 2, clock, values, onAnswer = () => {} }: LiveRun,
): Promise<LiveReport> {
  const contract = openContract(provider);
  const known = knownValues(contract, values);
  const answers: LiveAnswer[] = [];
  let requests = 0;
  const reading = readingFetch({ clock, rate, reset: provider.rateLimit.reset }, (request) => {
    requests += 1;
    return fetch(request, { redirect: 'manual' });
  });
  const client = createClient({
    ...options,
    retry: false,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await reading(...request);
      answers.push(await read(answer.clone()));
      return answer;
    },
  });
  const covered: (About & { status: number })[] = [];
  const uncovered: (About & { why: string })[] = [];
  const findings: (About & LiveFinding)[] = [];
  for (const { method, operation } of readingMethods(provider, contract)) {
    const about = { method: `${method.resource}.${method.method}`, operation: operation.key };
    const filled = known.inputFor(method, operation);
    const call = clientMethod(client, method.call);
    if ('missing' in filled || call === undefined) {
      const why = 'missing' in filled ? filled.missing : `the client has no \`${method.call}\``;
      uncovered.push({ ...about, why });
      continue;
    }
    answers.length = 0;
    const failed = await Promise.resolve(call(filled.input)).then(() => null, nameOf);
    const [answer] = answers;
    if (answer === undefined) {
      uncovered.push({ ...about, why: `no answer came: ${failed}` });
      continue;
    }
    onAnswer(about.method, answer.status);
    known.learn(filled.path, answer, method.pagination?.items ?? null);
    findings.push(...findingsOf(answer, operation, contract).map((finding) => ({ ...about, ...finding })));
    if (answer.status >= 300) uncovered.push({ ...about, why: `the server answers ${answer.status}` });
    else if (failed === null) covered.push({ ...about, status: answer.status });
    else uncovered.push({ ...about, why: `the client cannot read the answer: ${failed}` });
  }
  const { title, specVersion } = provider;
  return {
    format: 1,
    provider: provider.provider,
    title,
    specVersion,
    requests,
    covered,
    uncovered,
    findings,
  };
}

/** Methods that read, those with fewer parameters in their paths first: a list comes before what is in it. */
function readingMethods(
  { methods }: Provider,
  contract: Contract,
): readonly { readonly method: ProviderMethod; readonly operation: Operation }[] {
  const depth = ({ path }: Operation) => path.split('{').length;
  return methods
    .flatMap((method) => {
      const operation = method.operation === null ? undefined : contract.operation(method.operation);
      return operation?.method === 'GET' ? [{ method, operation }] : [];
    })
    .sort(({ operation: a }, { operation: b }) => depth(a) - depth(b) || a.path.length - b.path.length);
}

async function read(answer: Response): Promise<LiveAnswer> {
  const mediaType = answer.headers.get('content-type') ?? undefined;
  const text = await answer.text();
  return { status: answer.status, mediaType, value: jsonOf(text, mediaType) };
}

function jsonOf(text: string, mediaType: string | undefined): JsonValue | undefined {
  if (mediaType === undefined || !isJsonType(mediaType)) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** An error's name alone: its message may hold what the server said. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'an error';
}
