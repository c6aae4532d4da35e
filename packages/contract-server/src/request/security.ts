import type { ApiDocument } from '../document/document.ts';
import type { Operation } from '../document/operation.ts';
import { type JsonValue, member, members, textAt } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Provider } from '../provider/provider.ts';
import { formDecoded, leniently } from './decode.ts';
import type { Pairs } from './query.ts';

/** The exact credentials that are accepted: of `basic` schemes `user:password`. A scheme that is not named accepts any. */
export type Credentials = { readonly [scheme: string]: string };

interface Carriers {
  readonly headers: ReadonlyMap<string, string>;
  readonly query: Pairs;
  readonly cookies: Pairs;
}

/**
 * Whether a request bears what one alternative of an operation needs (OpenAPI 3.1 section 4.8.30): the schemes of it,
 * or what is missing, told by the alternative that comes nearest.
 */
export function checkSecurity(
  { security }: Operation,
  carriers: Carriers,
  context: {
    readonly document: ApiDocument;
    readonly auth: Provider['auth'];
    readonly credentials: Credentials;
  },
): Alternative {
  const results = security.map((schemes) => ({
    schemes,
    problems: schemes.flatMap((name) => schemeProblem(name, carriers, context) ?? []),
  }));
  const [first, ...others] = results;
  if (first === undefined) return { schemes: [], problems: [] };
  return others.reduce((best, each) => (isNearer(each, best) ? each : best), first);
}

interface Alternative {
  readonly schemes: readonly string[];
  readonly problems: readonly Problem[];
}

/** Of two that nothing is wrong about, that which takes more of what was sent: credentials may be optional. */
function isNearer(a: Alternative, b: Alternative): boolean {
  if (a.problems.length !== b.problems.length) return a.problems.length < b.problems.length;
  return a.problems.length === 0 && a.schemes.length > b.schemes.length;
}

/** The query parameters that bear keys. */
export function keyParameters(document: ApiDocument): ReadonlySet<string> {
  const schemes = members(member(member(document.root, 'components'), 'securitySchemes'));
  return new Set(
    schemes.flatMap(([, value]) => {
      const scheme = document.follow(value);
      return textAt(scheme, 'type') === 'apiKey' && textAt(scheme, 'in') === 'query'
        ? [textAt(scheme, 'name') ?? '']
        : [];
    }),
  );
}

function schemeProblem(
  name: string,
  carriers: Carriers,
  {
    document,
    auth,
    credentials,
  }: {
    readonly document: ApiDocument;
    readonly auth: Provider['auth'];
    readonly credentials: Credentials;
  },
): Problem | null {
  const declared = member(member(member(document.root, 'components'), 'securitySchemes'), name);
  const scheme = document.follow(declared);
  const type = textAt(scheme, 'type');
  // What is not declared, or lies in the connection, cannot be seen here.
  if (type === undefined || type === 'mutualTLS') return null;
  const prefix = Object.hasOwn(auth, name) ? (auth[name]?.prefix ?? '') : '';
  const expected = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
  const { text, where, form } = carried(scheme, type, prefix, carriers);
  const problem = (keyword: string, message: string): Problem => ({
    place: 'security',
    name,
    pointer: '',
    keyword,
    message,
    hint: `Send ${form} in ${where}.`,
  });
  if (text === undefined) return problem('required', `The credentials of \`${name}\` are missing.`);
  if (text === null || (expected !== undefined && text !== expected))
    return problem('credentials', `The credentials of \`${name}\` are not accepted.`);
  return null;
}

/** The secret as it came, without what stands before it; undefined: there is none, null: it is not in that form. */
function carried(
  scheme: JsonValue | undefined,
  type: string,
  prefix: string,
  { headers, query, cookies }: Carriers,
): { readonly text: string | null | undefined; readonly where: string; readonly form: string } {
  if (type === 'apiKey') {
    const name = textAt(scheme, 'name') ?? '';
    const place = textAt(scheme, 'in');
    const isCookie = place === 'cookie';
    // A `+` is a blank in a query alone.
    const decoded = isCookie ? leniently : formDecoded;
    const raw =
      place === 'header'
        ? headers.get(name.toLowerCase())
        : (isCookie ? cookies : query).flatMap(([key, value]) =>
            decoded(key) === name ? [decoded(value)] : [],
          )[0];
    const form = `\`${prefix}KEY\``;
    return { text: secretOf(raw, prefix), where: `the ${place} \`${name}\``, form };
  }
  const http = type === 'http' ? (textAt(scheme, 'scheme') ?? 'bearer').toLowerCase() : 'bearer';
  const where = 'the header `Authorization`';
  const given = headers.get('authorization');
  const [kind = '', ...rest] = given?.split(/ +/) ?? [];
  const secret = rest.join(' ');
  if (given === undefined) return { text: undefined, where, form: formOf(http) };
  if (kind.toLowerCase() !== http || secret === '') return { text: null, where, form: formOf(http) };
  if (http !== 'basic') return { text: secret, where, form: formOf(http) };
  const pair = Buffer.from(secret, 'base64').toString('utf8');
  return { text: pair.includes(':') ? pair : null, where, form: formOf(http) };
}

function secretOf(raw: string | undefined, prefix: string): string | null | undefined {
  if (raw === undefined) return undefined;
  return raw.startsWith(prefix) && raw.length > prefix.length ? raw.slice(prefix.length) : null;
}

function formOf(scheme: string): string {
  if (scheme === 'basic') return '`Basic BASE64(USER:PASSWORD)`';
  return `\`${scheme.charAt(0).toUpperCase()}${scheme.slice(1)} TOKEN\``;
}
