import type { HttpMethod, SqlVerb } from '@plumbline/model';
import { methodName } from '../bind/method-name.ts';
import { plainDeed } from '../bind/verbs.ts';
import type { PathPart } from './path-parts.ts';

/** What a path that is nothing but the name of a call says: `/ListUsers`, `/#Action=ListUsers`. */
export interface RemoteCall {
  /** `list` */
  readonly deed: string;
  /** `users` */
  readonly thing: string;
}

/** The first words of calls; others are parts of the names of things as well: `checkout_sessions`. */
const DEEDS = new Set('create delete describe fetch find get list remove retrieve'.split(' '));
/** Of what is looked at these are too: `GET /update-history`. */
const CHANGES = new Set('add insert modify update'.split(' '));

/** The call that a path names by its only word; null where it is none. */
export function remoteCall([part, ...others]: readonly PathPart[], method: HttpMethod): RemoteCall | null {
  if (part?.word == null || others.length > 0) return null;
  const [first = '', second = '', ...more] = methodName(part.word).split('_');
  const isBatch = first === 'batch' && more.length > 0;
  const [deed, thing] = isBatch ? [second, more] : [first, [second, ...more]];
  const isCall = part.isDeed || DEEDS.has(deed) || (method !== 'GET' && CHANGES.has(deed));
  if (thing.join('') === '' || !isCall) return null;
  return { deed, thing: thing.join('_') };
}

export function verbOfCall({ deed }: RemoteCall, method: HttpMethod): SqlVerb {
  const meaning = plainDeed(deed);
  switch (method) {
    case 'GET':
    case 'QUERY':
      return meaning === 'get' || meaning === 'list' ? 'select' : 'exec';
    case 'POST':
      return meaning === 'create' ? 'insert' : 'exec';
    case 'PUT':
      return meaning === 'update' ? 'update' : 'replace';
    case 'PATCH':
      return 'update';
    case 'DELETE':
      return 'delete';
    default:
      return 'exec';
  }
}

/** The name of a thing among all that are called: in the plural, where some call has that. */
export function nameAmong(things: ReadonlySet<string>, thing: string): string {
  const plurals = [`${thing}s`, `${thing}es`, thing.replace(/y$/, 'ies')];
  return plurals.find((plural) => things.has(plural)) ?? thing;
}
