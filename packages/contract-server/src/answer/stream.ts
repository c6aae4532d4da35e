import type { Contract } from '../contract.ts';
import type { Content } from '../document/operation.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../json.ts';
import { essence } from '../request/media-type.ts';
import { shapeOf } from '../schema/types.ts';
import { sampleOf } from './sample.ts';

/** An answer whose values come one by one. */
export interface Stream {
  /** What each item holds: of events their data. */
  readonly values: readonly JsonValue[];
  readonly text: string;
}

/** JSON texts one after another: NDJSON, JSON Lines, and JSON text sequences (RFC 7464). */
const LINES = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq|stream\+json)$/;

const EVENTS = 'text/event-stream';

/** Whether the values of an answer of a media type come one by one: JSON texts, or server-sent events. */
export function isStreamType(mediaType: string): boolean {
  const type = essence(mediaType);
  return LINES.test(type) || type === EVENTS;
}

/** So many items are there. */
const ITEMS = 2;

/** An answer of a media type that {@link isStreamType}: values of its schema, or of its items where it is of a list. */
export function sampleStream({ mediaType, object }: Content, seed: number, contract: Contract): Stream {
  const { document } = contract;
  const whole = member(object, 'schema');
  const shape = shapeOf(whole, document);
  const schema = shape.types.has('array') ? (shape.items ?? true) : whole;
  const check = contract.check('response', schema);
  const items = Array.from(
    { length: ITEMS },
    (_, i) => sampleOf(schema, { document, check, seed: seed + i, examples: false, texts: true }).value,
  );
  if (essence(mediaType) !== EVENTS) {
    const start = /json-seq/.test(mediaType) ? '\u001e' : '';
    return { values: items, text: items.map((item) => `${start}${JSON.stringify(item)}\n`).join('') };
  }
  // A schema with `data` is that of the event, any other that of its data (OpenAPI 3.2 section 4.14.3.1).
  const { properties, types } = shapeOf(schema, document);
  const ofData = properties.get('data');
  const events = items.map((item) =>
    ofData !== undefined && isObject(item) ? { data: null, ...item } : { data: item },
  );
  const { types: dataTypes } = ofData === undefined ? { types } : shapeOf(ofData, document);
  const isText = ofData === undefined ? types.size === 0 || isString(types) : isString(dataTypes);
  return {
    values: events.map(({ data }) => data),
    text: events.map((event) => eventText(event, isText)).join(''),
  };
}

function isString(types: ReadonlySet<string>): boolean {
  return types.size === 1 && types.has('string');
}

/** An event as it is written (HTML, section 9.2.5). */
function eventText(event: JsonObject, isText: boolean): string {
  const name = member(event, 'event');
  const data = isText ? String(event.data) : JSON.stringify(event.data);
  const lines = data.split('\n').map((line) => `data: ${line}\n`);
  return `${typeof name === 'string' ? `event: ${name}\n` : ''}${lines.join('')}\n`;
}
