import type { Contract } from '../contract.ts';
import type { Operation } from '../document/operation.ts';
import type { JsonValue } from '../json.ts';
import type { Problem } from '../problem.ts';
import { checkBody } from './body.ts';
import { formDecoded } from './decode.ts';
import { isSameRequest, type PathMatch } from './match-path.ts';
import { nearestPath } from './nearest-path.ts';
import { checkParameters } from './parameters.ts';
import { byParameter } from './path-values.ts';
import { type Pairs, pairsOf } from './query.ts';
import { type Credentials, checkSecurity } from './security.ts';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as they came: `/api/v1/users?limit=2`. */
  readonly target: string;
  /** Name in lower case → value. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What a request says, and what is wrong about it. */
export interface CheckedRequest {
  /** Null: no operation has this path and method. */
  readonly operation: Operation | null;
  readonly params: {
    readonly [place in 'path' | 'query' | 'header' | 'cookie']: { readonly [name: string]: JsonValue };
  };
  readonly mediaType: string | null;
  /** As its schema reads it; undefined: there is none, or it is binary. */
  readonly body: JsonValue | undefined;
  /** The security schemes whose credentials it bears. */
  readonly schemes: readonly string[];
  readonly problems: readonly Problem[];
  /** 404, 405, 401, 415 or 400; null where nothing is wrong. */
  readonly status: number | null;
  /** The methods that the path has. */
  readonly allowed: readonly string[];
}

export interface CheckOptions {
  readonly credentials: Credentials;
  /** Query parameters of ours, which are no operation's. */
  readonly ownQuery?: ReadonlySet<string>;
}

/** Holds a request to the contract: path, method, credentials, parameters, body. */
export async function checkRequest(
  contract: Contract,
  request: RawRequest,
  { credentials, ownQuery = new Set() }: CheckOptions,
): Promise<CheckedRequest> {
  const { path, query } = splitTarget(request.target);
  const found = findOperation(contract, request.method, path, query);
  if ('problem' in found) {
    const nothing = { params: { path: {}, query: {}, header: {}, cookie: {} }, mediaType: null, schemes: [] };
    const { allowed, problem } = found;
    const status = allowed.length === 0 ? 404 : 405;
    return { operation: null, ...nothing, body: undefined, problems: [problem], status, allowed };
  }
  // Of operations that no path tells apart, it is that which allows it.
  const [first, ...others] = found.matches;
  const wanted = { contract, request, query, credentials, ownQuery };
  const checked = await checkMatch(first, wanted);
  if (checked.problems.length === 0) return checked;
  for (const match of others) {
    const other = await checkMatch(match, wanted);
    if (other.problems.length === 0) return other;
  }
  return checked;
}

/** An operation that a request may be of, with what its path says. */
interface OperationMatch extends Pick<PathMatch, 'values' | 'fixed'> {
  readonly operation: Operation;
}

async function checkMatch(
  found: OperationMatch,
  {
    contract,
    request,
    query,
    credentials,
    ownQuery,
  }: Required<CheckOptions> & {
    readonly contract: Contract;
    readonly request: RawRequest;
    readonly query: Pairs;
  },
): Promise<CheckedRequest> {
  const { operation } = found;
  const { headers } = request;
  const cookies = pairsOf(headers.get('cookie') ?? '', ';');
  const { document, provider } = contract;
  const security = checkSecurity(
    operation,
    { headers, query, cookies },
    { document, auth: provider.auth, credentials },
  );
  const check = (schema: JsonValue | undefined) => contract.check('request', schema);
  const foreignQuery = new Set([...contract.keyParameters, ...ownQuery]);
  const parameters = checkParameters(
    operation,
    { path: found.values, query: withoutFixed(query, found.fixed, operation), headers, cookies },
    { document, check, foreignQuery },
  );
  const body = await checkBody(operation, headers.get('content-type'), request.body, { document, check });
  const problems = [...security.problems, ...parameters.problems, ...body.problems];
  return {
    operation,
    params: {
      path: Object.fromEntries(parameters.values.path),
      query: Object.fromEntries(parameters.values.query),
      header: Object.fromEntries(parameters.values.header),
      cookie: Object.fromEntries(parameters.values.cookie),
    },
    mediaType: body.mediaType,
    body: body.value,
    schemes: security.problems.length === 0 ? security.schemes : [],
    problems,
    status: statusOf(problems),
    allowed: [],
  };
}

function statusOf(problems: readonly Problem[]): number | null {
  if (problems.length === 0) return null;
  if (problems.some(({ place }) => place === 'security')) return 401;
  return problems.every(({ place, keyword }) => place === 'body' && keyword === 'mediaType') ? 415 : 400;
}

function splitTarget(target: string): { readonly path: string; readonly query: Pairs } {
  // A proxy's client sends the whole address (RFC 9112 section 3.2.2).
  const relative = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const at = relative.indexOf('?');
  if (at === -1) return { path: relative, query: [] };
  return { path: relative.slice(0, at), query: pairsOf(relative.slice(at + 1)) };
}

function findOperation(
  contract: Contract,
  method: string,
  path: string,
  query: Pairs,
):
  | { readonly matches: readonly [OperationMatch, ...OperationMatch[]] }
  | { readonly allowed: readonly string[]; readonly problem: Problem } {
  const lower = method.toLowerCase();
  const allowed = new Set<string>();
  for (const base of basesOf(contract, path)) {
    const matches = contract.match(path.slice(base.length), query);
    const matchOf = ({ entry, values, fixed }: PathMatch): OperationMatch => {
      const operation = entry.read(lower);
      return { operation, values: byParameter(values, operation), fixed };
    };
    const [first, ...others] = matches.filter(({ entry }) => entry.methods.includes(lower));
    if (first !== undefined) {
      const alike = others.filter(({ entry }) => isSameRequest(entry.path, first.entry.path));
      return { matches: [matchOf(first), ...alike.map(matchOf)] };
    }
    for (const { entry } of matches) for (const each of entry.methods) allowed.add(each.toUpperCase());
  }
  const methods = [...allowed];
  const nearest = methods.length > 0 ? null : nearestPath(path, templatesOf(contract));
  const isKnown = methods.length > 0;
  const problem: Problem = {
    place: isKnown ? 'method' : 'path',
    name: null,
    pointer: '',
    keyword: 'unknown',
    message: isKnown
      ? `The path \`${path}\` has no method ${method}.`
      : `No operation has the path \`${path}\`.`,
    hint: isKnown
      ? `It has ${methods.join(', ')}.`
      : nearest === null
        ? 'The document has no paths.'
        : `The nearest is \`${nearest}\`.`,
  };
  return { allowed: methods, problem };
}

/** What is left for parameters: a pair of the path's own template is one only where it is declared. */
function withoutFixed(query: Pairs, fixed: ReadonlySet<number>, { parameters }: Operation): Pairs {
  if (fixed.size === 0) return query;
  const declared = new Set(parameters.flatMap(({ in: place, name }) => (place === 'query' ? [name] : [])));
  return query.filter(([name], i) => !fixed.has(i) || declared.has(formDecoded(name)));
}

function templatesOf({ operationKeys }: Contract): readonly string[] {
  return operationKeys.map((key) => key.slice(key.indexOf(' ') + 1));
}

/** The servers' paths that this one may start with, the longest first; each path is found without one too. */
function basesOf({ basePaths }: Contract, path: string): readonly string[] {
  return basePaths.filter((base) => base === '' || path === base || path.startsWith(`${base}/`));
}
