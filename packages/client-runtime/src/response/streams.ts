import { type Decode, isEmpty, parsed } from './decode.ts';
import { lackOf } from './errors.ts';

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
export const decodeStream: Decode = async (response) =>
  isEmpty(response) ? undefined : (response.body ?? new Blob([]).stream());

/**
 * JSON values, one a line (`application/jsonl`, `application/x-ndjson`) or one a record (`application/json-seq`, RFC
 * 7464): an async iterable, to be iterated over once. Ends the connection when the loop is left.
 */
export const decodeJsonLines: Decode = async (...answer) => jsonLines(...answer);

/** Server-sent events, their data as text: an async iterable, to be iterated over once. */
export const decodeEvents: Decode = async (...answer) => events(...answer);

/** Server-sent events whose data is JSON. One of `[DONE]`, by which many servers end a stream, is none. */
export const decodeJsonEvents: Decode = async (...answer) => jsonEvents(...answer);

/** A response, its request's facts, and the signal that ends its call. */
type Answer = Parameters<Decode>;

async function* jsonLines(...answer: Answer): AsyncGenerator<unknown, void, undefined> {
  const [response, facts, , parse] = answer;
  const isSequence = /json-seq/i.test(response.headers.get('content-type') ?? '');
  for await (const text of partsOf(answer, isSequence ? /\u001e/ : /\n/)) {
    if (text.trim() !== '') yield parsed(text, response, facts, parse);
  }
}

async function* jsonEvents(...answer: Answer): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  const [response, facts, , parse] = answer;
  for await (const event of events(...answer)) {
    if (event.data === '[DONE]') return;
    yield { ...event, data: parsed(event.data, response, facts, parse) };
  }
}

async function* events(...answer: Answer): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let fields: { event?: string; id?: string; retry?: number } = {};
  for await (const line of partsOf(answer, /\r\n|\n|\r/)) {
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
  [response, facts, signal]: Answer,
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
    throw lackOf(facts, cause, signal?.aborted ? undefined : response.url || '//its server');
  } finally {
    await reader?.cancel().catch(() => {});
  }
}
