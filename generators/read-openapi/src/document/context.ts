import type { Code, Finding, JsonObject, Schema, SpecOrigin } from '@plumbline/model';
import type { ComponentNames } from '../merge/component-names.ts';
import type { ObjectNode } from './node.ts';
import type { Place } from './place.ts';
import { lookUp, type Target } from './pointer.ts';

/** A schema that is made of others, all of which its values must satisfy; what it says itself is one of them. */
export interface Composition {
  readonly origin: SpecOrigin;
  readonly parts: readonly Schema[];
}

/** What the readers of one file share. */
export interface Context {
  readonly file: string;
  /** The version of the specification, as written. */
  readonly version: string;
  readonly document: JsonObject;
  readonly place: Place;
  /** OpenAPI 3.1: the siblings of a `$ref` count. */
  readonly siblings: boolean;
  /** OpenAPI 3.2: it has more methods and places of parameters. */
  readonly newer: boolean;
  /** How the author wrote a reference of the document. */
  readonly written: (reference: string) => string;
  readonly names: ComponentNames;
  readonly report: <C extends Code>(finding: Finding<C>) => void;
  /** What a `$ref`'s text points at. */
  readonly lookUp: (reference: string) => Target;
  /** The name in the model of the schema that stands at a pointer of this file. */
  readonly schemaName: (pointer: string) => string;
  /** Told of each component of which another schema is made by `allOf`. */
  readonly onPart: (component: string) => void;
  /** Told of each schema whose type only its members or items tell. */
  readonly onUntyped: (origin: SpecOrigin) => void;
  /** Told of each schema that is made of others. */
  readonly onComposition: (composition: Composition) => void;
  /** Reads a node with `read` on the first call, and repeats the answer on later ones. */
  readonly once: <T>(read: (context: Context, node: ObjectNode) => T, node: ObjectNode) => T;
  /** True for the first that asks with a key: what is everywhere in a document is told once. */
  readonly isFirst: (key: string) => boolean;
}

export type ContextOptions = Omit<Context, 'siblings' | 'newer' | 'lookUp' | 'once' | 'isFirst'>;

export function createContext(options: ContextOptions): Context {
  const { document } = options;
  const answers = new Map<unknown, WeakMap<JsonObject, unknown>>();
  const told = new Set<string>();
  const context: Context = {
    ...options,
    newer: options.version.startsWith('3.2'),
    siblings: !String(document.openapi).startsWith('3.0'),
    lookUp: remember((reference) => lookUp(document, reference)),
    schemaName: remember(options.schemaName),
    once<T>(read: (context: Context, node: ObjectNode) => T, node: ObjectNode): T {
      let known = answers.get(read) as WeakMap<JsonObject, T> | undefined;
      if (known === undefined) {
        known = new WeakMap();
        answers.set(read, known);
      }
      const earlier = known.get(node.value);
      if (earlier !== undefined) return earlier;
      const answer = read(context, node);
      known.set(node.value, answer);
      return answer;
    },
    isFirst(key) {
      const isFirst = !told.has(key);
      told.add(key);
      return isFirst;
    },
  };
  return context;
}

/** The origin of a node: what the model keeps of its place. */
export function originOf(context: Context, node: { readonly pointer: string }): SpecOrigin {
  return context.place(node.pointer);
}

/** The same few references come thousands of times. */
function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const answer = compute(key);
    known.set(key, answer);
    return answer;
  };
}
