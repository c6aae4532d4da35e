import type { RequestFacts } from './errors.ts';

/** Decodes the body of a success. */
export type Decode = (response: Response, facts: RequestFacts) => Promise<unknown>;

/** JSON; undefined where the body is empty. Rejects with a SyntaxError where it is not JSON. */
export const decodeJson: Decode = async (response) => {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

export const decodeText: Decode = (response) => response.text();

export const decodeBlob: Decode = (response) => response.blob();

/** Of a success that the spec gives no body: whatever there is, is read and left. */
export const decodeNothing: Decode = async (response) => {
  await response.arrayBuffer();
};

/** By the answer's own media type: for methods that answer with more than one kind. */
export const decodeByType: Decode = (response, facts) => {
  const type = response.headers.get('content-type') ?? '';
  if (type === '' || /^[^;]*[/+]json\s*(?:;|$)/i.test(type)) return decodeJson(response, facts);
  return /^(?:text\/|[^;]*[/+](?:xml|yaml|javascript)\s*(?:;|$))/i.test(type)
    ? decodeText(response, facts)
    : decodeBlob(response, facts);
};
