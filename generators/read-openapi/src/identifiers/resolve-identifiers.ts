import {
  childPointer,
  type Diagnostic,
  decodePercents,
  isObject,
  type JsonObject,
  type JsonValue,
} from '@plumbline/model';
import { mapItems, mapParts, type PartPlace } from '../bundle/parts.ts';
import { type OpenFile, refuse } from '../document/open-file.ts';
import { valueAt } from '../document/pointer.ts';
import { createProvenance } from '../document/provenance.ts';
import { createDynamicNames } from './dynamic-names.ts';
import {
  enclosing,
  findIdentifiers,
  pointerOf,
  referenceTo,
  resourceAt,
  type SchemaResource,
} from './identifiers.ts';

/** Schemas that instances of generic ones stand for, by the name of their `$dynamicAnchor`. */
type Bindings = ReadonlyMap<string, string>;

interface Place extends PartPlace {
  readonly within: SchemaResource;
  /** Of the schemas that are copied around this one. */
  readonly bindings: Bindings;
  /** Places that are copied around this one. */
  readonly copied: readonly string[];
}

const NONE: Bindings = new Map();

/** Generic schemas made of generic schemas: more than anyone writes. */
const MAX_DEPTH = 16;
/** Of all generic schemas of a document: each of a few that refer to others many times would make thousands of the last. */
const MAX_COPIES = 10_000;

/** A document may have `$id`, `$anchor`, `$dynamicAnchor` or `$dynamicRef`: a look at the text, which can err on this side alone. */
export function mayIdentify(text: string): boolean {
  return /\$(?:id|anchor|dynamicAnchor|dynamicRef)\b|\\(?:u0024|x24)/.test(text);
}

/**
 * A file of OpenAPI 3.1 or 3.2 whose references to schemas by `$id` and `$anchor` (JSON Schema 2020-12 Core section 8.2)
 * lead to their places, as readers and openapi-typescript know it. A `$dynamicRef` (section 8.2.3.2) leads to its anchor,
 * and what refers to a generic schema and binds its anchors becomes a copy in which they are bound. Any other file as it is.
 * Refused: a document whose copies would exhaust the machine.
 */
export function resolveIdentifiers(file: OpenFile): OpenFile | readonly Diagnostic[] {
  if (!/^3\.[12]/.test(file.version)) return file;
  const identifiers = findIdentifiers(file.document);
  const provenance = createProvenance(file.place);
  let copies = 0;
  const answers = new WeakMap<object, Map<string, JsonObject>>();

  const target = (reference: string, within: SchemaResource): string | null =>
    pointerOf(reference, { document: file.document, within, identifiers });
  const namesIn = createDynamicNames(file.document, identifiers);

  function rewrite(value: JsonValue, place: Place): JsonValue {
    if (Array.isArray(value)) {
      return mapItems(value, place, (item, { pointer }) => rewrite(item, { ...place, pointer }));
    }
    if (!isObject(value)) return value;
    // What YAML aliases share is rewritten once.
    const id = `${place.kind} ${place.within.uri}`;
    const known = answers.get(value) ?? new Map<string, JsonObject>();
    answers.set(value, known);
    const earlier = place.bindings.size === 0 ? known.get(id) : undefined;
    if (earlier !== undefined) return earlier;
    const answer = place.kind === 'schema' ? rewriteSchema(value, place) : rewriteParts(value, place);
    if (place.bindings.size === 0) known.set(id, answer);
    return answer;
  }

  function rewriteSchema(schema: JsonObject, place: Place): JsonObject {
    const within = resourceAt(schema, place.within, identifiers);
    const bindings = bindingsOf(schema, { ...place, within });
    const inner = rewriteParts(schema, { ...place, within, bindings });
    const { $ref, $dynamicRef, ...rest } = inner;
    if (typeof $ref === 'string') {
      const pointer = target($ref, within);
      if (pointer === null) return inner;
      const copy = instantiate(pointer, { ...place, bindings });
      if (copy !== null) return withCopy(rest, copy, { own: place.pointer, generic: pointer });
      return decodePercents($ref) === `#${pointer}` ? inner : { ...inner, $ref: referenceTo(pointer) };
    }
    if (typeof $dynamicRef !== 'string') return inner;
    const bound = place.bindings.get($dynamicRef.slice(1)) ?? target($dynamicRef, within);
    const redirected = { ...rest, $ref: bound === null ? $dynamicRef : referenceTo(bound) };
    provenance.set(redirected, '$ref', {
      place: file.place,
      pointer: childPointer(place.pointer, '$dynamicRef'),
    });
    return redirected;
  }

  function rewriteParts(value: JsonObject, place: Place): JsonObject {
    return mapParts(value, place, (part, at) => rewrite(part, { ...place, ...at }));
  }

  /** What the schema binds, itself or in its `$defs`; what is bound around it holds. */
  function bindingsOf(schema: JsonObject, { pointer, bindings }: Place): Bindings {
    const own = new Map<string, string>();
    const bind = (one: JsonValue, at: string): void => {
      const name = isObject(one) ? one.$dynamicAnchor : undefined;
      if (typeof name === 'string' && !own.has(name)) own.set(name, at);
    };
    bind(schema, pointer);
    const inner = schema.$defs;
    if (isObject(inner)) {
      const at = childPointer(pointer, '$defs');
      for (const [name, one] of Object.entries(inner)) bind(one, childPointer(at, name));
    }
    return own.size === 0 ? bindings : new Map([...own, ...bindings]);
  }

  /** A copy of a generic schema in which its anchors are bound; null where nothing binds them otherwise than it does itself. */
  function instantiate(pointer: string, { bindings, copied }: Place): JsonObject | null {
    if (bindings.size === 0 || copied.length >= MAX_DEPTH || copied.includes(pointer)) return null;
    const generic = valueAt(file.document, pointer);
    if (!isObject(generic)) return null;
    const within = enclosing(pointer, identifiers);
    const own = bindingsOf(generic, { kind: 'schema', pointer, within, bindings: NONE, copied });
    const isBound = [...namesIn(pointer)].some((name) => {
      const bound = bindings.get(name);
      return bound !== undefined && bound !== own.get(name);
    });
    if (!isBound) return null;
    copies += 1;
    if (copies > MAX_COPIES) return null;
    const copy = rewriteSchema(generic, {
      kind: 'schema',
      pointer,
      within,
      bindings,
      copied: [...copied, pointer],
    });
    return Object.fromEntries(Object.entries(copy).filter(([key]) => !IDENTIFYING.has(key)));
  }

  /** `rest`, which refers to a generic schema, with a copy of that in place of the reference. */
  function withCopy(
    rest: JsonObject,
    copy: JsonObject,
    { own, generic }: { readonly own: string; readonly generic: string },
  ): JsonObject {
    if (Object.keys(rest).every((key) => TELLING.has(key))) {
      const whole = { ...copy, ...rest };
      for (const key of Object.keys(copy)) {
        if (!Object.hasOwn(rest, key))
          provenance.set(whole, key, { place: file.place, pointer: childPointer(generic, key) });
      }
      return whole;
    }
    const others = Array.isArray(rest.allOf) ? rest.allOf : [];
    const parts = [copy, ...others];
    provenance.set(parts, 0, { place: file.place, pointer: generic });
    others.forEach((_part: JsonValue, i: number) => {
      provenance.set(parts, i + 1, {
        place: file.place,
        pointer: childPointer(childPointer(own, 'allOf'), i),
      });
    });
    return { ...rest, allOf: parts };
  }

  const document = rewriteParts(file.document, {
    kind: 'document',
    pointer: '',
    within: identifiers.root,
    bindings: NONE,
    copied: [],
  });
  if (copies > MAX_COPIES) {
    const { file: path } = file;
    const reason = `its generic schemas come to more than ${MAX_COPIES} by their references to one another`;
    return refuse({
      code: 'spec-too-complex',
      args: { file: path, reason },
      at: file.locate({ file: path, pointer: '' }),
    });
  }
  if (document === file.document) return file;
  return {
    ...file,
    document,
    place: provenance.placesIn(document),
  };
}

/** What identifies the generic schema alone, and what only its own references lead to. */
const IDENTIFYING: ReadonlySet<string> = new Set(['$id', '$schema', '$anchor', '$dynamicAnchor', '$defs']);
/** Beside a reference these say nothing of values. */
const TELLING: ReadonlySet<string> = new Set([...IDENTIFYING, '$comment', 'title', 'description']);
