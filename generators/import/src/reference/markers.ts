/** What a line of an API reference begins; null for text. */
export type Marker =
  | { readonly kind: 'params'; readonly in: ParamPlace }
  | { readonly kind: 'body'; readonly media: string | null; readonly required: boolean }
  | { readonly kind: 'responses' }
  | { readonly kind: 'response-schema'; readonly media: string | null }
  | { readonly kind: 'response-headers' }
  | { readonly kind: 'security'; readonly text: string }
  | { readonly kind: 'scopes'; readonly text: string }
  | { readonly kind: 'samples'; readonly of: 'request' | 'response' }
  | { readonly kind: 'callbacks' }
  | { readonly kind: 'label' };

export type ParamPlace = 'path' | 'query' | 'header' | 'cookie';

const MEDIA = String.raw`[\w.+*-]+/[\w.+*;= -]+?`;
const PARAMS = /^(path|query|header|cookie) ?param(?:eter)?s$/i;
const BODY = new RegExp(String.raw`^request body(?: schema)?:? ?(${MEDIA})?( ?\(?required\)?)?$`, 'i');
const SCHEMA = new RegExp(`^response schema:? ?(${MEDIA})?$`, 'i');
const LABEL =
  /^(?:request|cors|webhooks?|callback|experimental|beta|early access|limited early access|sso|oie)$/i;
/** No marker is longer, but for lists of scopes. */
const LONGEST = 2000;

export function markerOf(text: string): Marker | null {
  if (text === '' || text.length > LONGEST) return null;
  const place = PARAMS.exec(text)?.[1];
  if (place !== undefined) return { kind: 'params', in: place.toLowerCase() as ParamPlace };
  const body = BODY.exec(text);
  if (body !== null && /schema|required/i.test(text)) {
    return { kind: 'body', media: body[1]?.trim() ?? null, required: body[2] !== undefined };
  }
  const schema = SCHEMA.exec(text);
  if (schema !== null) return { kind: 'response-schema', media: schema[1]?.trim() ?? null };
  if (/^responses$/i.test(text)) return { kind: 'responses' };
  if (/^response headers$/i.test(text)) return { kind: 'response-headers' };
  const samples = /^(request|response) (?:samples?|examples?)$/i.exec(text)?.[1]?.toLowerCase();
  if (samples !== undefined) return { kind: 'samples', of: samples as 'request' | 'response' };
  const security = /^authorizations?:? ?(.*)$/i.exec(text)?.[1];
  if (security !== undefined && (/^authorizations/i.test(text) || text.includes(':'))) {
    return { kind: 'security', text: security };
  }
  const scopes = /^oauth ?2(?:\.0)?: ?(.*)$/i.exec(text)?.[1];
  if (scopes !== undefined) return { kind: 'scopes', text: scopes };
  if (/^callbacks$/i.test(text)) return { kind: 'callbacks' };
  return LABEL.test(text) ? { kind: 'label' } : null;
}

export interface Endpoint {
  readonly method: string;
  readonly path: string;
}

const METHOD = /^(get|put|post|delete|patch|head|options|trace)$/i;
const ENDPOINT = /^(get|put|post|delete|patch|head|options|trace)\s*((?:https?:\/\/[^\s/]+)?\/\S*)$/i;

/** `get/api/v1/users`, `GET /api/v1/users`, or the method on a line of its own. */
export function endpointAt(text: string, next: string): (Endpoint & { readonly taken: number }) | null {
  if (text.length > LONGEST) return null;
  const whole = ENDPOINT.exec(text);
  if (whole !== null) return { ...endpoint(whole[1] ?? '', whole[2] ?? ''), taken: 1 };
  if (!METHOD.test(text) || next.length > LONGEST || !/^(?:https?:\/\/[^\s/]+)?\/\S*$/.test(next))
    return null;
  return { ...endpoint(text, next), taken: 2 };
}

function endpoint(method: string, address: string): Endpoint {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  return { method: method.toLowerCase(), path };
}
