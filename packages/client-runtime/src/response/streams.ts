import type { Decode } from './decode.ts';
import { AbortError, ConnectionError, DecodeError, lackOf, type RequestFacts } from './errors.ts';

/** A server-sent event (WHATWG HTML section 9.2). */
export interface ServerSentEvent<Data = string> {
  /** Its type; absent: `message`. */
  readonly event?: string;
  readonly data: Data;
  /** The last event id, this event's own or of one before. */
  readonly id?: string;
  /** Milliseconds after which the server would have a lost connection made anew. */
  readonly retry?: number;
}

/** The answer's bytes as they come. The caller reads or cancels them. */
export const decodeStream: Decode = async ({ body }) => body ?? new Blob([]).stream();

/**
 * JSON values, one a line (`application/jsonl`, `application/x-ndjson`) or one a record (`application/json-seq`, RFC
 * 7464): an async iterable, to be iterated over once. Ends the connection when the loop is left.
 */
export const decodeJsonLines: Decode = async (response, facts) => jsonLines(response, facts);

/** Server-sent events, their data as text: an async iterable, to be iterated over once. */
export const decodeEvents: Decode = async (response, facts) => events(response, facts);

/** Server-sent events whose data is JSON. */
export const decodeJsonEvents: Decode = async (response, facts) => jsonEvents(response, facts);

async function* jsonLines(response: Response, facts: RequestFacts): AsyncGenerator<unknown, void, undefined> {
  const isSequence = /json-seq/i.test(response.headers.get('content-type') ?? '');
  for await (const text of partsOf(response, facts, isSequence ? /\u001e/ : /\n/)) {
    if (text.trim() !== '') yield parsed(text, response, facts);
  }
}

async function* jsonEvents(
  response: Response,
  facts: RequestFacts,
): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  for await (const event of events(response, facts))
    yield { ...event, data: parsed(event.data, response, facts) };
}

async function* events(
  response: Response,
  facts: RequestFacts,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let fields: { event?: string; id?: string; retry?: number } = {};
  for await (const line of partsOf(response, facts, /\r\n|\n|\r/)) {
    if (line === '') {
      if (data.length > 0) yield { ...fields, data: data.join('\n') };
      data = [];
      fields = fields.id === undefined ? {} : { id: fields.id };
      continue;
    }
    const [name, value = ''] = line.split(/: ?(.*)/s);
    if (name === 'data') data.push(value);
    else if (name === 'event') fields.event = value;
    else if (name === 'id' && !value.includes('\0')) fields.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) fields.retry = Number(value);
  }
}

/** The parts of an answer's text between `end`s; the last one also where nothing ends it. */
async function* partsOf(
  response: Response,
  facts: RequestFacts,
  end: RegExp,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let [part, held] = ['', ''];
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      const text = held + chunk.value;
      // A line feed may follow in the next chunk.
      held = text.endsWith('\r') ? '\r' : '';
      const [first = '', ...others] = text.slice(0, text.length - held.length).split(end);
      part += first;
      for (const other of others) {
        yield part;
        part = other;
      }
    }
    if (part + held !== '') yield part;
  } catch (cause) {
    const isAbort = (cause as Error | undefined)?.name === 'AbortError';
    throw lackOf(isAbort ? AbortError : ConnectionError, facts, cause);
  } finally {
    await reader?.cancel().catch(() => {});
  }
}

function parsed(text: string, response: Response, facts: RequestFacts): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DecodeError(facts, response, 'a part that is no JSON', cause);
  }
}
