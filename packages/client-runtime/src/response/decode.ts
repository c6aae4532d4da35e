import { DecodeError, type RequestFacts } from './errors.ts';

/** Reads a JSON text. Throws for one that is none. */
export type Parse = (text: string) => unknown;

/** Decodes the body of a success; `signal` is what ends the call, `parse` is in place of `JSON.parse`. */
export type Decode = (
  response: Response,
  facts: RequestFacts,
  signal: AbortSignal | undefined,
  parse?: Parse,
) => Promise<unknown>;

/** JSON; undefined where the body is empty. Rejects with a `DecodeError` where it is not JSON. */
export const decodeJson: Decode = async (response, facts, _signal, parse) => {
  const text = await response.text();
  return text ? parsed(text, response, facts, parse) : undefined;
};

export const decodeText: Decode = async (response) => (isEmpty(response) ? undefined : response.text());

export const decodeBlob: Decode = async (response) => (isEmpty(response) ? undefined : response.blob());

/** Of a success that the spec gives no body: whatever there is, is read and left. */
export const decodeNothing: Decode = async (response) => {
  await response.arrayBuffer();
};

/** By the answer's own media type: for methods that answer with more than one kind. */
export const decodeByType: Decode = (response, ...rest) => {
  const type = response.headers.get('content-type') ?? '';
  if (type === '' || /^[^;]*[/+]json\s*(?:;|$)/i.test(type)) return decodeJson(response, ...rest);
  return /^(?:text\/|[^;]*[/+](?:xml|yaml|javascript)\s*(?:;|$))/i.test(type)
    ? decodeText(response, ...rest)
    : decodeBlob(response, ...rest);
};

/** The value of a JSON text. Throws a `DecodeError` where it is none. */
export function parsed(
  text: string,
  response: Response,
  facts: RequestFacts,
  parse: Parse = JSON.parse,
): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new DecodeError(facts, response, 'no JSON', cause);
  }
}

/** Whether there is no content (RFC 9110 sections 15.3.5 and 15.3.6), rather than content without a byte. */
export function isEmpty({ status }: Response): boolean {
  return status === 204 || status === 205;
}
