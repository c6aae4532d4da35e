import { dictionary, type OAuthFlow, type SecurityRequirement, type SecurityScheme } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import {
  asObject,
  entriesOf,
  listMember,
  membersOf,
  type ObjectNode,
  objectMember,
  textMember,
} from '../document/node.ts';
import { dereference } from '../document/reference.ts';

/** The `security` of a document or an operation (OpenAPI 3.1 section 4.8.30); null where it says nothing of it. */
export function readSecurity(context: Context, holder: ObjectNode): readonly SecurityRequirement[] | null {
  if (!Object.hasOwn(holder.value, 'security')) return null;
  return listMember(context, holder, 'security').flatMap((node) => {
    const requirement = asObject(context, node, 'security requirement');
    if (requirement === undefined) return [];
    const schemes = membersOf(requirement).map(([name, scopes]) => {
      reportUnknown(context, name, scopes.pointer);
      return {
        name: context.names.finalName('securitySchemes', name),
        scopes: listMember(context, requirement, name).map(({ value }) => String(value)),
      };
    });
    return [{ schemes }];
  });
}

function reportUnknown(context: Context, name: string, pointer: string): void {
  const components = { value: context.document, pointer: '' };
  const schemes = objectMember(context, components, 'components');
  const known = schemes && objectMember(context, schemes, 'securitySchemes');
  if (known !== undefined && Object.hasOwn(known.value, name)) return;
  context.report({ code: 'security-scheme-unknown', args: { name }, at: originOf(context, { pointer }) });
}

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

function readFlows(context: Context, scheme: ObjectNode): readonly [string, OAuthFlow][] {
  const flows = objectMember(context, scheme, 'flows');
  if (flows === undefined) return [];
  return entriesOf(flows).flatMap(([name, node]): [string, OAuthFlow][] => {
    const flow = asObject(context, node, name);
    if (flow === undefined) return [];
    const scopes = objectMember(context, flow, 'scopes');
    const urls = (['authorizationUrl', 'tokenUrl', 'refreshUrl'] as const).flatMap((key) => {
      const url = textMember(context, flow, key);
      return url === '' ? [] : [[key, url] as const];
    });
    const texts =
      scopes === undefined
        ? []
        : membersOf(scopes).map(([scope]) => [scope, textMember(context, scopes, scope)] as const);
    return [[name, { ...Object.fromEntries(urls), scopes: dictionary(texts) }]];
  });
}

function isType(type: string): type is SecurityScheme['type'] {
  return TYPES.has(type);
}

function isPlace(place: string): place is 'header' | 'query' | 'cookie' {
  return PLACES.has(place);
}
