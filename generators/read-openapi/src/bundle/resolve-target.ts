import { type JsonValue, type Locate, member } from '@plumbline/model';
import type { Place } from '../document/place.ts';
import { lookUpFragment } from '../document/pointer.ts';
import { folderOf, locateReference } from './locator.ts';

/** A document that references start from, or lead to. */
export interface Base {
  readonly file: string;
  readonly document: JsonValue;
  readonly place: Place;
}

/** What a reference leads to. */
export type Resolved =
  | { readonly kind: 'found'; readonly base: Base; readonly value: JsonValue; readonly pointer: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly code: 'ref-remote' | 'ref-outside-folder' };

export type Resolve = (base: Base, reference: string) => Resolved;

/** Gives the document at a path; undefined where there is none. */
export type DocumentAt = (path: string) => Base | undefined;

/** Files that the user names are read wherever they lie. */
export interface Surroundings {
  readonly documentAt: DocumentAt;
  readonly isNamed: (path: string) => boolean;
  readonly locate: Locate;
}

/** Resolves the references of a root document, and of all that it leads to. */
export function createResolver(
  root: Base,
  { documentAt, isNamed }: Pick<Surroundings, 'documentAt' | 'isNamed'>,
): Resolve {
  const folder = folderOf(root.file);

  function documentOf(path: string, base: Base): Base | Resolved {
    if (path === '' || path === member(base.document, '$self')) return base;
    const location = locateReference(path, base.file, folder);
    const isAllowed = location.kind !== 'outside' || (location.path !== null && isNamed(location.path));
    if (!isAllowed || location.path === null) return { kind: 'refused', code: 'ref-outside-folder' };
    if (location.path === root.file) return root;
    const document = documentAt(location.path);
    if (document !== undefined) return document;
    return location.kind === 'url' ? { kind: 'refused', code: 'ref-remote' } : { kind: 'nothing' };
  }

  return (base, reference) => {
    const hash = reference.indexOf('#');
    const document = documentOf(hash < 0 ? reference : reference.slice(0, hash), base);
    if ('kind' in document) return document;
    const target = lookUpFragment(document.document, hash < 0 ? '' : reference.slice(hash + 1));
    return target.kind === 'found' ? { ...target, base: document } : target;
  };
}
