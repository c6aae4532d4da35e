import { dictionary, OAUTH_URLS, type OAuthFlow, type SecurityScheme } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { membersOf, type ObjectNode, objectMember, objectsAt, textMember } from '../document/node.ts';
import { dereference } from '../document/reference.ts';

const TYPES: ReadonlySet<string> = new Set(['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS']);
const PLACES: ReadonlySet<string> = new Set(['header', 'query', 'cookie']);

/** A security scheme (OpenAPI 3.1 section 4.8.27); null, and reported, where its type is none. */
export function readSecurityScheme(context: Context, name: string, node: ObjectNode): SecurityScheme | null {
  const scheme = dereference(context, node, name);
  if (scheme === undefined) return null;
  const type = textMember(context, scheme, 'type');
  if (!isType(type)) {
    const at = originOf(context, scheme);
    context.report({
      code: 'spec-malformed',
      args: { name: 'type', expected: 'a type of security scheme', found: `\`${type}\`` },
      at,
    });
    return null;
  }
  const place = textMember(context, scheme, 'in');
  return {
    name: context.names.finalName('securitySchemes', name),
    type,
    description: textMember(context, scheme, 'description'),
    ...(type === 'apiKey' &&
      isPlace(place) && { in: place, parameterName: textMember(context, scheme, 'name') }),
    ...(type === 'http' && { scheme: textMember(context, scheme, 'scheme').toLowerCase() }),
    ...(type === 'oauth2' && { flows: dictionary(readFlows(context, scheme)) }),
    origin: originOf(context, scheme),
  };
}

function readFlows(context: Context, scheme: ObjectNode): readonly (readonly [string, OAuthFlow])[] {
  return objectsAt(context, scheme, 'flows').flatMap(
    ([name, flow]): readonly (readonly [string, OAuthFlow])[] => {
      if (name.startsWith('x-')) return [];
      const urls = OAUTH_URLS.flatMap((key) => {
        const url = textMember(context, flow, key);
        return url === '' ? [] : [[key, url] as const];
      });
      const scopes = objectMember(context, flow, 'scopes') ?? { value: {}, pointer: flow.pointer };
      const texts = membersOf(scopes).map(([scope]) => [scope, textMember(context, scopes, scope)] as const);
      return [[name, { ...Object.fromEntries(urls), scopes: dictionary(texts) }]];
    },
  );
}

function isType(type: string): type is SecurityScheme['type'] {
  return TYPES.has(type);
}

function isPlace(place: string): place is 'header' | 'query' | 'cookie' {
  return PLACES.has(place);
}
