import { childPointer, type JsonObject, type JsonValue } from '@plumbline/model';
import type { OpenFile } from '../document/open-file.ts';
import { createProvenance, type Source } from '../document/provenance.ts';
import { copyTree, isTreeObject, type JsonTree, ownMember, setMember, type TreeObject } from './json-tree.ts';

/** A node of the document: the names and numbers that lead to it. */
export type Path = readonly (string | number)[];

/** A file that overlays change. */
export interface AmendedFile {
  readonly document: JsonObject;
  readonly at: (path: Path) => JsonTree | undefined;
  /** Merges an update into a mapping, or appends it to a list; what it brings has its places in the overlay. */
  readonly update: (path: Path, update: JsonValue, source: Source) => void;
  /** Takes nodes away, none of them the whole document. */
  readonly remove: (paths: readonly Path[]) => void;
  readonly file: () => OpenFile;
}

export function amendFile(file: OpenFile): AmendedFile {
  const document = copyTree(file.document) as TreeObject;
  const provenance = createProvenance(file.place);

  function at(path: Path): JsonTree | undefined {
    return path.reduce<JsonTree | undefined>((value, key) => {
      if (Array.isArray(value)) return value[Number(key)];
      return isTreeObject(value) ? ownMember(value, String(key)) : undefined;
    }, document);
  }

  function append(list: JsonTree[], value: JsonValue, source: Source): void {
    provenance.set(list, list.length, source);
    list.push(copyTree(value));
  }

  /** OpenAPI Overlay 1.0.0 section 4.4.3.1: objects are merged, lists joined, anything else is replaced. */
  function merge(target: TreeObject, update: JsonObject, { place, pointer }: Source): void {
    for (const [key, value] of Object.entries(update)) {
      const source = { place, pointer: childPointer(pointer, key) };
      const own = ownMember(target, key);
      if (isTreeObject(own) && isJsonObject(value)) merge(own, value, source);
      else if (Array.isArray(own) && Array.isArray(value)) {
        value.forEach((item: JsonValue, i) => {
          append(own, item, { place, pointer: childPointer(source.pointer, i) });
        });
      } else {
        setMember(target, key, copyTree(value));
        provenance.set(target, key, source);
      }
    }
  }

  return {
    document,
    at,
    update(path, update, source) {
      const target = at(path);
      if (Array.isArray(target)) append(target, update, source);
      else if (isTreeObject(target) && isJsonObject(update)) merge(target, update, source);
    },
    remove(paths) {
      const lists = new Map<JsonTree[], { readonly pointer: string; readonly removed: Set<number> }>();
      for (const path of paths) {
        const holder = at(path.slice(0, -1));
        const key = path.at(-1) ?? '';
        if (!Array.isArray(holder)) {
          if (isTreeObject(holder)) delete holder[key];
          continue;
        }
        const pointer = path.slice(0, -1).reduce<string>(childPointer, '');
        const list = lists.get(holder) ?? { pointer, removed: new Set() };
        lists.set(holder, list);
        list.removed.add(Number(key));
      }
      // Places are looked up before anything moves.
      const changes = [...lists].map(([list, { pointer, removed }]) => ({
        list,
        kept: list.flatMap((value, i) =>
          removed.has(i) ? [] : [{ value, source: provenance.trace(document, childPointer(pointer, i)) }],
        ),
      }));
      for (const { list, kept } of changes) {
        list.length = 0;
        for (const { value, source } of kept) {
          provenance.set(list, list.length, source);
          list.push(value);
        }
      }
    },
    file() {
      return { ...file, document, place: provenance.placesIn(document) };
    },
  };
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
