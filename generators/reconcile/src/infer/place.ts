import type { Operation, SqlVerb } from '@plumbline/model';
import { methodName } from '../bind/method-name.ts';
import { isOrdinary, plainDeed } from '../bind/verbs.ts';
import { nameTokens } from '../words.ts';
import { nameOfId, PLURAL } from './method-names.ts';
import { pathParts, wordsOfPath } from './path-parts.ts';

/** What an operation is about, and what it does. */
export interface Place {
  readonly operation: Operation;
  /** The words of the collection that the operation is about, its own last. */
  readonly collection: readonly string[];
  /** The last word of the path is what is done. */
  readonly isDeed: boolean;
  readonly verb: SqlVerb;
}

/** The methods of all operations, by path without its parameters' names: what a path is for shows in all of them. */
export type MethodsOfPaths = ReadonlyMap<string, ReadonlySet<string>>;

export function methodsOfPaths(operations: readonly Operation[]): MethodsOfPaths {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of operations) {
    const key = shapeOf(path);
    methods.set(key, (methods.get(key) ?? new Set()).add(method));
  }
  return methods;
}

function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');
}

/** Where in the API an operation is. */
export function placeOf(operation: Operation, methods: MethodsOfPaths): Place {
  const parts = pathParts(operation.path);
  const words = parts.flatMap(({ word }) => word ?? []);
  const endsInItem = parts.length > 0 && parts.at(-1)?.word === null;
  const last = words.at(-1) ?? '';
  const isDeed = isDeedOf(operation, methods);
  const named = isDeed
    ? words.slice(0, -1).filter((word) => word !== 'lifecycle')
    : [...words.slice(0, -1), ...(last === '' ? [] : [readName(last)])];
  const collection = named.length === 0 ? collectionOfId(operation) : named;
  const verb = isDeed
    ? verbOfDeed(operation, last)
    : (namedVerb(operation, last, endsInItem) ?? verbOf(operation, last, endsInItem));
  return { operation, collection, isDeed, verb };
}

/** Words of a path that are never what something is done to. */
const DEEDS = new Set([
  'get',
  'list',
  'create',
  'update',
  'delete',
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

function isDeedOf(operation: Operation, methods: MethodsOfPaths): boolean {
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
  if (others.length > 0 && VERBS.has(first) && (isPost || !isOrdinary(deedWord(operation)))) return true;
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

function verbOfDeed(operation: Operation, last: string): SqlVerb {
  const { method, path } = operation;
  const [first = '', ...others] = methodName(last).split('_');
  // The operationId may say plainly what the path names in a word of its own: `createLoan` at `/lend`.
  const said = method === 'POST' ? plainDeed(deedWord(operation)) : '';
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

/** A POST may be anything: its operationId says what, by the word that tells what is done. */
function namedVerb(operation: Operation, last: string, endsInItem: boolean): SqlVerb | null {
  const word = operation.method === 'POST' ? deedWord(operation) : '';
  if (word === '') return null;
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

/** Words before the deed that name a class of the server's code. */
const CLASSES = /^(?:api|controller|resource|service)$/;

/** The word of an operationId that tells what is done: the first that tag, path and classes of code do not have. */
function deedWord({ operationId, tags, path }: Operation): string {
  const known = new Set([...tags.slice(0, 1), ...wordsOfPath(path)].flatMap(nameTokens));
  const words = nameOfId(operationId).split('_');
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
