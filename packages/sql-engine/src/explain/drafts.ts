import {
  type CatalogueMethod,
  type CatalogueResource,
  createCore,
  type Method,
  type Observed,
  observed,
} from '@plumbline/client-runtime';
import type { RunContext } from '../select/context.ts';

/** A request that a statement would send. */
export interface Draft {
  /** `GET /api/v1/users?limit=2`. */
  readonly request: string;
  readonly body: string | null;
}

const SERVER = 'http://server.invalid';

/** What a method would send. Throws what it throws for parameters that it does not take. */
export async function draftOf(run: Method, params: { readonly [key: string]: unknown }): Promise<Draft> {
  const stop = new Error('Nothing is sent.');
  let seen: Observed | null = null;
  const core = observed(createCore({ server: SERVER }, { baseUrl: SERVER }), (request) => {
    seen = request;
    throw stop;
  });
  try {
    await run(core, params as never);
  } catch (error) {
    if (error !== stop || seen === null) throw error;
    const { method, url, body } = seen as Observed;
    const target = url.startsWith(SERVER) ? url.slice(SERVER.length) : url;
    return { request: `${method} ${target}`, body: bodyText(body) };
  }
  throw new Error('A method sends a request.');
}

function bodyText(body: unknown): string | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  return body instanceof URLSearchParams ? body.toString() : 'not text';
}

/** A draft that is being written. */
interface Drafting {
  readonly resource: CatalogueResource;
  readonly call: string;
  readonly draft: Promise<Draft>;
}

/** A context in which methods write down what they would send, and answer nothing. */
export function draftingContext(context: RunContext): {
  readonly context: RunContext;
  /** What was written down up to now: of one method, in order. */
  readonly drafts: (resource: CatalogueResource, method: CatalogueMethod) => Promise<readonly Draft[]>;
} {
  const drafting: Drafting[] = [];
  const functionOf = async (resource: CatalogueResource, call: string): Promise<Method> => {
    const run = await context.functionOf(resource, call);
    const written = (_: unknown, params: { readonly [key: string]: unknown }) => {
      const draft = draftOf(run, params);
      drafting.push({ resource, call, draft });
      const answer = draft.then(() => undefined);
      // Whoever takes its pages hears of its failure by them.
      answer.catch(() => {});
      return Object.assign(answer, {
        // One page, of no rows.
        async *pages() {
          yield await answer;
        },
      });
    };
    return written as unknown as Method;
  };
  const core = createCore({ server: SERVER }, { baseUrl: SERVER });
  return {
    context: { ...context, functionOf, clientFor: () => core, onOutcome: () => {} },
    drafts: (resource, method) =>
      Promise.all(
        drafting.flatMap((one) => (one.resource === resource && one.call === method.call ? one.draft : [])),
      ),
  };
}
