import type { Operation, SqlVerb } from '@plumbline/model';
import { methodName } from '../bind/method-name.ts';
import { isOrdinary, plainDeed } from '../bind/verbs.ts';
import { nameTokens } from '../words.ts';
import { nameOfId, PLURAL } from './method-names.ts';
import { pathParts, wordsOfPath } from './path-parts.ts';
import { nameAmong, remoteCall, verbOfCall } from './remote-call.ts';
import { type SpokenId, spokenIds } from './spoken-id.ts';

/** What an operation is about, and what it does. */
export interface Place {
  readonly operation: Operation;
  /** What of its operationId somebody wrote. */
  readonly spoken: string;
  /** The words of the collection that the operation is about, its own last. */
  readonly collection: readonly string[];
  /** The last word of the path is what is done. */
  readonly isDeed: boolean;
  readonly verb: SqlVerb;
}

/** What shows in all operations alone. */
export interface Paths {
  /** By path without its parameters' names: what a path is for shows in all of its methods. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the calls that paths name are about. */
  readonly things: ReadonlySet<string>;
  readonly spokenId: SpokenId;
}

export function pathsOf(operations: readonly Operation[]): Paths {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of operations) {
    const key = shapeOf(path);
    methods.set(key, (methods.get(key) ?? new Set()).add(method));
  }
  const things = operations.flatMap(({ path, method }) => remoteCall(pathParts(path), method)?.thing ?? []);
  return { methods, things: new Set(things), spokenId: spokenIds(operations) };
}

function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');
}

/** Where in the API an operation is. */
export function placeOf(operation: Operation, { methods, things, spokenId }: Paths): Place {
  const parts = pathParts(operation.path);
  const spoken = spokenId(operation);
  const call = remoteCall(parts, operation.method);
  if (call !== null) {
    const collection = [nameAmong(things, call.thing)];
    return { operation, spoken, collection, isDeed: true, verb: verbOfCall(call, operation.method) };
  }
  const words = parts.flatMap(({ word }) => word ?? []);
  const endsInItem = parts.length > 0 && parts.at(-1)?.word === null;
  const last = words.at(-1) ?? '';
  const word = deedWord(operation, spoken);
  const isDeed = isDeedOf(operation, word, methods);
  const named = isDeed
    ? words.slice(0, -1).filter((word) => word !== 'lifecycle')
    : [...words.slice(0, -1), ...(last === '' ? [] : [readName(last)])];
  const collection = named.length === 0 ? collectionOfId(operation) : named;
  const verb = isDeed
    ? verbOfDeed(operation, word, last)
    : (namedVerb(operation, word, { last, endsInItem }) ?? verbOf(operation, last, endsInItem));
  return { operation, spoken, collection, isDeed, verb };
}

/** Words of a path that are never what something is done to. */
const DEEDS = new Set([
  'get',
  'list',
  'create',
  'update',
  'delete',
  'destroy',
  'insert',
  'remove',
  'fetch',
  'retrieve',
  'edit',
]);
/** The first words of names of deeds; as words alone most are things too. */
const VERBS = new Set(
  'activate add apply approve archive assign attach batch bulk cancel change check clear clone close complete confirm convert copy create deactivate delete detach disable disconnect download edit enable execute export find generate get import insert invite list lock mark merge move parse patch pause post process publish put refresh reject remove rename reorder replace reset resend restart restore resume retry revoke rotate run search send set show start stop submit suspend sync test toggle transfer trigger unarchive unassign unlock unpublish unsuspend update upload validate verify'.split(
    ' ',
  ),
);

/** What calls by dots name a look at one thing by; most others are things. */
const READS = new Set(['info', 'lookup', 'search', 'find']);

function isDeedOf(operation: Operation, said: string, methods: Paths['methods']): boolean {
  const { method, path } = operation;
  const parts = pathParts(path);
  const last = parts.at(-1);
  const [before, ...more] = parts.slice(0, -1).reverse();
  if (last?.word == null) {
    const word = parts.findLast((part) => part.word !== null);
    // `GET /books/get/{id}`
    return word?.word != null && parts.indexOf(word) > 0 && DEEDS.has(word.word.toLowerCase());
  }
  if (before === undefined) return false;
  const isRead = method === 'GET' || method === 'HEAD' || method === 'QUERY';
  const [first = '', ...others] = methodName(last.word).split('_');
  if (isRead && readName(last.word) !== last.word) return false;
  if (DEEDS.has(last.word.toLowerCase())) return true;
  if (isRead) return last.isDeed && (VERBS.has(first) || READS.has(first));
  if (last.isDeed) return true;
  const isPost = method === 'POST';
  if (others.length > 0 && VERBS.has(first) && (isPost || !isOrdinary(said))) return true;
  // What is read or deleted as well is a thing.
  if (!isPost || (methods.get(shapeOf(path))?.size ?? 0) > 1) return false;
  if (before.word === 'actions' || VERBS.has(first)) return true;
  // `POST /users/{id}/roles` adds to a collection, `POST /users/{id}/activate` is a deed: its word is no plural.
  if (PLURAL.test(last.word)) return false;
  const isOfItem = before.word === null || more.some(({ word }) => word === null);
  return isOfItem || methods.has(shapeOf(path).replace(/\/[^/]*$/, ''));
}

/** `run.projects.jobs.delete` is about jobs, where the path is but a key: `{name}`. */
function collectionOfId({ operationId }: Operation): readonly string[] {
  const parts = operationId?.split('.') ?? [];
  return parts.length < 3 ? [] : parts.slice(-2, -1);
}

/** `getTeams` is about teams. */
function readName(word: string): string {
  const [first = '', ...others] = methodName(word).split('_');
  return others.length > 0 && (first === 'get' || first === 'list') ? others.join('_') : word;
}

function verbOfDeed({ method, path }: Operation, word: string, last: string): SqlVerb {
  const [first = '', ...others] = methodName(last).split('_');
  // The operationId may say plainly what the path names in a word of its own: `createLoan` at `/lend`.
  const said = method === 'POST' ? plainDeed(word) : '';
  if (plainDeed(first) !== said && said === 'create') return 'insert';
  if (plainDeed(first) !== said && said === 'update') return 'update';
  const isAddressed = pathParts(path).some(({ word }) => word === null);
  switch (plainDeed(first)) {
    case 'get':
    case 'list':
      return method === 'GET' || method === 'QUERY' ? 'select' : 'exec';
    case 'create':
      return method !== 'GET' && others.length === 0 ? 'insert' : 'exec';
    case 'update':
      return method !== 'GET' && others.length === 0 && isAddressed ? 'update' : 'exec';
    case 'delete':
      return method !== 'GET' && others.length === 0 && isAddressed ? 'delete' : 'exec';
    default:
      return method === 'GET' && READS.has(first) ? 'select' : 'exec';
  }
}

/** A POST may be anything, and a GET is not always a look: the operationId says what, by the word that tells what is done. */
function namedVerb(
  operation: Operation,
  word: string,
  { last, endsInItem }: { readonly last: string; readonly endsInItem: boolean },
): SqlVerb | null {
  if (operation.method === 'GET') return isChange(operation, word) ? 'exec' : null;
  if (operation.method !== 'POST' || word === '') return null;
  // `uploadLogo` at `/logo` is a deed; `assignRole` at `/roles` may well add one.
  if (!isOrdinary(word)) return endsInItem || !/s$/.test(last) ? 'exec' : null;
  switch (plainDeed(word)) {
    case 'create':
      return 'insert';
    case 'update':
      return 'update';
    case 'replace':
      return 'replace';
    default:
      return 'exec';
  }
}

const CHANGES: ReadonlySet<string> = new Set([
  'create',
  'delete',
  'destroy',
  'insert',
  'modify',
  'remove',
  'update',
]);

/** `removeLock` at `GET /locks/{id}`; `updateHistory` at `GET /update-history` is what the path says, a thing. */
function isChange({ path }: Operation, word: string): boolean {
  if (!CHANGES.has(word)) return false;
  const words = wordsOfPath(path);
  return words.includes(word) || !words.some((one) => nameTokens(one).includes(word));
}

/** Words before the deed that name a class of the server's code. */
const CLASSES = /^(?:api|controller|resource|service)$/;

/** The word of an operationId that tells what is done: the first that tag, path and classes of code do not have. */
function deedWord({ tags, path }: Operation, spoken: string): string {
  const known = new Set([...tags.slice(0, 1), ...wordsOfPath(path)].flatMap(nameTokens));
  const words = nameOfId(spoken).split('_');
  const found = words.findIndex((word) => {
    const [token = ''] = nameTokens(word);
    return isOrdinary(word) || !(known.has(token) || CLASSES.test(word));
  });
  return words[Math.max(found, 0)] ?? '';
}

/** What is posted there is a question. */
const SEARCHES = /^(?:search|query|lookup|find|count)$/i;

function verbOf({ method }: Operation, last: string, endsInItem: boolean): SqlVerb {
  switch (method) {
    case 'GET':
    case 'QUERY':
      return 'select';
    case 'POST':
      if (SEARCHES.test(last)) return 'exec';
      return endsInItem ? 'update' : 'insert';
    case 'PUT':
      return 'replace';
    case 'PATCH':
      return 'update';
    case 'DELETE':
      return 'delete';
    default:
      // A HEAD has no rows.
      return 'exec';
  }
}
