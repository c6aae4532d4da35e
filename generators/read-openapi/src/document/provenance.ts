import { childPointer, type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';
import type { Place } from './place.ts';

/** A node of some document. */
export interface Source {
  readonly place: Place;
  readonly pointer: string;
}

type Container = JsonObject | readonly JsonValue[];

/** Remembers which members of a document came from elsewhere. */
export interface Provenance {
  /** Says that a member of an object or a list, and all that is in it, came from there. */
  readonly set: (container: Container, key: string | number, source: Source) => void;
  /** Where a node of the document came from. */
  readonly trace: (document: JsonObject, pointer: string) => Source;
  /** The places of all nodes of the document. */
  readonly placesIn: (document: JsonObject) => Place;
}

/** `base`: the places of what nobody brought from elsewhere. */
export function createProvenance(base: Place): Provenance {
  const sources = new WeakMap<Container, Map<string, Source>>();

  function trace(document: JsonObject, pointer: string): Source {
    let value: JsonValue | undefined = document;
    let source: Source = { place: base, pointer: '' };
    for (const token of pointerTokens(pointer)) {
      const brought: Source | undefined =
        typeof value === 'object' && value !== null ? sources.get(value)?.get(token) : undefined;
      source = brought ?? { place: source.place, pointer: childPointer(source.pointer, token) };
      value = Array.isArray(value) ? value[Number(token)] : member(value, token);
    }
    return source;
  }

  return {
    set(container, key, source) {
      const known = sources.get(container);
      if (known === undefined) sources.set(container, new Map([[String(key), source]]));
      else known.set(String(key), source);
    },
    trace,
    placesIn: (document) => (pointer) => {
      const source = trace(document, pointer);
      return source.place(source.pointer);
    },
  };
}
