import type { Source } from '@plumbline/model';
import type { SecurityNeed } from './reference.ts';

const KINDS: readonly (readonly [RegExp, SecurityNeed['type']])[] = [
  [/^(?:oauth ?2(?:\.0)?|openid ?connect)$/i, 'oauth2'],
  [/^(?:http basic|basic)$/i, 'http-basic'],
  [/^(?:http bearer|bearer)$/i, 'http-bearer'],
];
const ITEM =
  /(?:(oauth ?2(?:\.0)?|api ?key|https?(?: basic| bearer)?|openid ?connect): ?)?([A-Za-z][\w.-]*)(?: ?\(([^()]*)\))?/gi;
/** Words between schemes. */
const BETWEEN = /^(?:and|or|scopes?|required)$/i;

/** The schemes after `Authorizations:`: `apiToken`, `oauth2 (users.read users.manage)`, `OAuth2: petstore (write:pets)`. */
export function securityNeeds(text: string, source: Source): readonly SecurityNeed[] {
  return [...text.slice(0, 4000).matchAll(ITEM)].flatMap(
    ([, prefix, scheme = '', inside = ''], i): SecurityNeed[] => {
      if (BETWEEN.test(scheme) || i > 50) return [];
      const words = inside.split(/[\s,]+/).filter((word) => word !== '');
      const kind = [prefix, inside.trim(), scheme].flatMap((one) => kindOf(one ?? '') ?? [])[0] ?? null;
      const isKind = kindOf(inside.trim()) !== null || /^(?:api ?key|http|https)$/i.test(inside.trim());
      const scopes = isKind ? [] : words;
      // Scopes are of OAuth alone, as a reference shows them.
      return [{ scheme, type: kind ?? (scopes.length > 0 ? 'oauth2' : null), scopes, source }];
    },
  );
}

/** The scopes after `OAuth 2.0:`. */
export function scopeNeed(text: string, source: Source): SecurityNeed {
  const scopes = text.split(/[\s,]+/).filter((scope) => scope !== '');
  return { scheme: 'oauth2', type: 'oauth2', scopes, source };
}

function kindOf(text: string): SecurityNeed['type'] {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
