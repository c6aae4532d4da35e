import {
  type Exchange,
  isFormType,
  isJsonType,
  isMultipartType,
  isObject,
  type JsonValue,
  matchingType,
  member,
  type Problem,
} from '@plumbline/contract-server';
import { credentialHeader, isCookie } from './credentials.ts';
import { asText, type Difference, differenceOf } from './difference.ts';
import { shown } from './failure.ts';
import type { Slot } from './plan.ts';
import { failure, type Given, type Outcome, reasonOf, type Subject } from './subject.ts';
import { inputOf } from './values/input.ts';

/** What clients, `fetch` (Fetch Standard, section 4.6) and HTTP add on their own. */
const CLIENT_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-length',
  'host',
  'pragma',
  'sec-fetch-mode',
  'transfer-encoding',
  'user-agent',
]);

/**
 * Holds what the server saw to what the client was given: one request, of the operation, valid, with each value as it
 * was put in and nothing else. Throws a `ContractFailure` for the first thing that differs.
 */
export function expectSent<Client>(subject: Subject<Client>, given: Given, outcome: Outcome): Exchange {
  const { operation } = subject;
  const [exchange, ...more] = outcome.exchanges;
  const facts = { given: inputOf(given), exchange };
  const fail = (what: string, pointer?: string) =>
    failure(subject, what, { ...facts, ...(pointer !== undefined && { document: pointer }) });
  if (exchange === undefined) throw fail(`nothing was sent: ${reasonOf(outcome)}`);
  if (more.length > 0) throw fail(`${more.length + 1} requests were sent, where one is enough.`);
  if (exchange.operation !== operation.key)
    throw fail(
      exchange.operation === null
        ? `what was sent is no request of the document: ${problemsOf(exchange)}`
        : `${exchange.operation} was sent in its place.`,
    );
  const [problem] = exchange.problems;
  if (problem !== undefined)
    throw fail(`the server refuses what was sent: ${problemsOf(exchange)}`, pointerOf(subject, problem));
  for (const slot of subject.slots) {
    const difference = slotDifference(slot, given.get(slot), exchange);
    if (difference === null) continue;
    const { pointer, wanted, found } = difference;
    const at = pointer === '' ? '' : ` at \`${pointer}\``;
    throw fail(
      `${titleOf(slot)}${at} was given as ${shown(wanted)} and arrived as ${shown(found)}.`,
      slot.pointer,
    );
  }
  for (const name of Object.keys(exchange.headers))
    if (!isExpected(name, subject, given, exchange))
      throw fail(`the header \`${name}\` is sent, and nothing asks for it.`);
  // Some operations declare nothing but a redirect.
  if (outcome.error !== undefined && exchange.answer.status < 300)
    throw fail(`the answer of a success was rejected: ${reasonOf(outcome)}`);
  return exchange;
}

/** `the query parameter \`limit\``. */
export function titleOf({ place, name }: Slot): string {
  return place === 'body' ? 'the body' : `the ${place} parameter \`${name}\``;
}

function problemsOf({ problems }: Exchange): string {
  return problems.map(({ message }) => message).join(' ');
}

/** Where the document says what a problem is about. */
function pointerOf<Client>({ slots }: Subject<Client>, { place, name }: Problem): string | undefined {
  return slots.find((slot) => slot.place === place && (place === 'body' || slot.name === name))?.pointer;
}

function slotDifference(slot: Slot, given: JsonValue | undefined, exchange: Exchange): Difference | null {
  const { place, name, mediaType } = slot;
  if (place !== 'body') {
    const values = exchange.params[place];
    const found = Object.hasOwn(values, name) ? values[name] : undefined;
    // Of what may be null, a text that is empty or says so is read as null.
    if ((given === '' || given === 'null') && found === null) return null;
    return differenceOf(
      asText(given),
      CLIENT_HEADERS.has(name.toLowerCase()) && given === undefined ? undefined : asText(found),
    );
  }
  if (given === undefined)
    return exchange.bytes.length === 0 ? null : { pointer: '', wanted: undefined, found: textOf(exchange) };
  const sentType = exchange.headers['content-type'] ?? '';
  if (mediaType !== null && !isOfType(sentType, mediaType))
    return { pointer: '', wanted: mediaType, found: sentType };
  if (mediaType === null || isJsonType(mediaType)) return differenceOf(given, exchange.body);
  if (isObject(given) && (isFormType(mediaType) || isMultipartType(mediaType)))
    return differenceOf(asText(asFields(given, exchange.body)) ?? {}, asText(exchange.body) ?? {});
  return differenceOf(typeof given === 'string' ? given : JSON.stringify(given), textOf(exchange));
}

/** A form's members as they are written: an object as JSON, where its schema does not have the server read it. */
function asFields(given: JsonValue, found: JsonValue | undefined): JsonValue {
  if (!isObject(given)) return given;
  const written = (value: JsonValue, text: JsonValue | undefined): JsonValue =>
    isObject(value) && typeof text === 'string' ? JSON.stringify(value) : value;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const text = member(found, name);
      return [
        name,
        Array.isArray(value)
          ? value.map((item: JsonValue, i) => written(item, [text ?? []].flat()[i]))
          : written(value, text),
      ];
    }),
  );
}

function textOf({ bytes }: Exchange): string {
  return new TextDecoder().decode(bytes);
}

/** Whether a body's media type is that of the document, or one of its range. */
function isOfType(sent: string, mediaType: string): boolean {
  if (!mediaType.includes('*')) return plainType(sent) === plainType(mediaType);
  return !sent.includes('*') && matchingType([{ mediaType }], sent) !== undefined;
}

/** Without a boundary, which each body has another of, and without blanks and capitals, which mean nothing. */
function plainType(mediaType: string): string {
  return mediaType
    .replace(/;\s*boundary=.*$/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}

function isExpected<Client>(
  name: string,
  { slots, suite }: Subject<Client>,
  given: Given,
  { schemes }: Exchange,
): boolean {
  if (CLIENT_HEADERS.has(name)) return true;
  if (schemes.some((scheme) => credentialHeader(suite.provider, scheme) === name)) return true;
  if (name === 'cookie' && schemes.some((scheme) => isCookie(suite.provider, scheme))) return true;
  return slots.some(
    (slot) =>
      given.has(slot) &&
      ((slot.place === 'header' && slot.name.toLowerCase() === name) ||
        (slot.place === 'cookie' && name === 'cookie') ||
        (slot.place === 'body' && name === 'content-type')),
  );
}
