import { type Contract, checkResponse, type Provider } from '@plumbline/contract-server';
import { clientMethod, methodInput } from '@plumbline/contract-suite';

/** A place where Prism says one thing, and our reading of the document another. */
export interface Disagreement {
  /** `request`: Prism refuses it. `own answer`: Prism refuses what it made itself. `answer`: we refuse Prism's. */
  readonly about: 'request' | 'own answer' | 'answer';
  readonly operation: string;
  readonly keyword: string;
  /** Of an answer: the JSON Pointer into it. Else what Prism says. */
  readonly at: string;
}

export interface Comparison {
  /** Methods that were called, with everything that they accept. */
  readonly called: number;
  /** Requests that Prism accepts. */
  readonly accepted: number;
  /** Answers of Prism that the client decoded. */
  readonly decoded: number;
  /** What the client made of an answer that Prism stands by, where it is not what was sent. */
  readonly undecoded: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

interface Received {
  readonly status: number;
  readonly mediaType: string | undefined;
  /** What Prism finds wrong, as JSON that may be cut short. */
  readonly violations: string;
  readonly text: string;
}

/** Calls every method of a client on Prism, and holds what it says to our reading. The contract is that of the provider. */
export async function compareWithPrism(
  provider: Provider,
  {
    contract,
    url,
    createClient,
  }: {
    readonly contract: Contract;
    readonly url: string;
    readonly createClient: (options: object) => unknown;
  },
): Promise<Comparison> {
  const received: Received[] = [];
  const client = createClient({
    baseUrl: url,
    auth: { apiToken: 'any', oauth2: 'any' },
    retry: false,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await fetch(new Request(...request), { redirect: 'manual' });
      const mediaType = answer.headers.get('content-type') ?? undefined;
      const violations = answer.headers.get('sl-violations') ?? '';
      received.push({ status: answer.status, mediaType, violations, text: await answer.clone().text() });
      return answer;
    },
  });
  const undecoded: string[] = [];
  const disagreements: Disagreement[] = [];
  let decoded = 0;
  for (const method of provider.methods) {
    if (method.operation === null) continue;
    const call = clientMethod(client, method.call);
    const input = methodInput(contract, method, { extent: 'full' });
    if (call === undefined || input === undefined) throw new Error(`${method.call} cannot be called.`);
    const failed = await Promise.resolve(call(input)).then(() => null, String);
    const answer = received.pop();
    if (answer === undefined) throw new Error(`${method.call} sends nothing: ${failed}`);
    const found = disagreementsOf(answer, method.operation, contract);
    disagreements.push(...found);
    if (answer.status >= 300) continue;
    if (failed === null) decoded += 1;
    else undecoded.push(`${method.operation}: ${failed}`);
  }
  const called = provider.methods.filter(({ operation }) => operation !== null).length;
  const refused = disagreements.filter(({ about }) => about === 'request').length;
  return { called, accepted: called - refused, decoded, undecoded, disagreements };
}

/** Prism's `application/problem+json`. */
interface Problem {
  readonly title?: string;
  readonly validation?: readonly {
    readonly location: readonly string[];
    readonly code: string;
  }[];
}

function disagreementsOf(
  { status, mediaType, violations, text }: Received,
  operation: string,
  contract: Contract,
): readonly Disagreement[] {
  const isJson = mediaType !== undefined && /[/+]json\b/.test(mediaType);
  const value = isJson && text !== '' ? JSON.parse(text) : undefined;
  // A request that it refuses is answered by the 400 that the operation declares, which may be wrong in its turn.
  const refused = [...violations.matchAll(/\{"location":\["request"[^{}]*"code":"(\w+)"/g)].map(
    ([, code = '']) => code,
  );
  if (refused.length > 0) {
    // What no variant allows is told variant by variant before the `oneOf` that they are of.
    const keyword = refused.find((code) => code === 'oneOf') ?? refused[0] ?? '';
    return [{ about: 'request', operation, keyword, at: '' }];
  }
  if (status >= 400) {
    const { title, validation }: Problem = value ?? {};
    const [first] = validation ?? [];
    return [
      {
        about: status >= 500 ? 'own answer' : 'request',
        operation,
        keyword: first?.code ?? title ?? String(status),
        at: first?.location.join('.') ?? '',
      },
    ];
  }
  // One a keyword is enough to be judged.
  const faults = new Map(
    checkResponse(contract, operation, { status, mediaType, value }).map(({ keyword, pointer }) => [
      keyword,
      pointer,
    ]),
  );
  return [...faults].map(([keyword, at]) => ({ about: 'answer', operation, keyword, at }));
}
