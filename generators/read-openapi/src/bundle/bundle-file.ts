import {
  childPointer,
  type Diagnostic,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
} from '@plumbline/model';
import { mapEntries } from '../document/map-entries.ts';
import { type OpenFile, refuse } from '../document/open-file.ts';
import { createProvenance } from '../document/provenance.ts';
import { createComponentShelf } from './component-shelf.ts';
import { folderOf } from './locator.ts';
import { mapItems, mapParts, type PartPlace } from './parts.ts';
import { type Base, createResolver, type Resolved, type Surroundings } from './resolve-target.ts';

interface Place extends PartPlace {
  readonly base: Base;
}

type Found = Extract<Resolved, { readonly kind: 'found' }>;

/** More files than anyone chains path items through. */
const MAX_CHAIN = 64;

/**
 * A file with all that its `$ref`s lead to in other files: components under stable names, and path items where they are
 * referred to. The answer is what stands in the way, where a reference leads to where nothing may be read.
 */
export function bundleFile(root: OpenFile, surroundings: Surroundings): OpenFile | readonly Diagnostic[] {
  const resolve = createResolver(root, surroundings);
  const shelf = createComponentShelf(root.document);
  const provenance = createProvenance(root.place);
  const written = new Map<string, string>();
  const refused: Diagnostic[] = [];
  const answers = new Map<string, WeakMap<object, JsonValue>>();

  function rewrite(value: JsonValue, at: Place): JsonValue {
    const { base } = at;
    const rewritePart = (part: JsonValue, place: PartPlace): JsonValue => rewrite(part, { ...place, base });
    if (Array.isArray(value)) return mapItems(value, at, rewritePart);
    if (!isObject(value)) return value;
    if (at.kind === 'discriminator') return rewriteMapping(value, base);
    // What YAML aliases share is rewritten once.
    const id = `${at.kind} ${base.file}`;
    const known = answers.get(id) ?? new WeakMap<object, JsonValue>();
    answers.set(id, known);
    const earlier = known.get(value);
    if (earlier !== undefined) return earlier;
    const inner = mapParts(value, at, rewritePart);
    const answer = typeof value.$ref === 'string' ? redirect(inner, value.$ref, at) : inner;
    known.set(value, answer);
    return answer;
  }

  /** `holder` with its reference as the bundle has it. */
  function redirect(holder: JsonObject, reference: string, at: Place): JsonObject {
    const target = resolve(at.base, reference);
    if (target.kind === 'refused') {
      const origin = at.base.place(childPointer(at.pointer, '$ref'));
      const source = surroundings.locate(origin);
      const { code } = target;
      refused.push(...refuse({ code, args: { reference, folder: folderOf(root.file) }, at: source }));
      return holder;
    }
    if (at.base.file === root.file && reference.startsWith('#')) return holder;
    const isRoute = at.base.file === root.file && /^\/(?:paths|webhooks)\//.test(at.pointer);
    if (at.kind === 'pathItem' && isRoute && target.kind === 'found' && target.base.file !== root.file) {
      return inline(holder, target);
    }
    const redirected = referenceTo(target, reference, at);
    return redirected === null ? holder : { ...holder, $ref: redirected };
  }

  function referenceTo(
    target: Exclude<Resolved, { readonly kind: 'refused' }>,
    reference: string,
    { kind, base }: Pick<Place, 'kind' | 'base'>,
  ): string | null {
    if (target.kind === 'found') {
      return target.base.file === root.file
        ? `#${target.pointer.replaceAll('%', '%25')}`
        : shelf.refer({ ...target, kind });
    }
    const missing = shelf.refer({ kind, base, pointer: `/${reference}`, value: undefined });
    if (missing !== null) written.set(missing, reference);
    return missing;
  }

  /** A path item in the place of the reference to it, whose own members go first. */
  function inline(holder: JsonObject, start: Found): JsonObject {
    let target = start;
    for (let n = 0; n < MAX_CHAIN; n += 1) {
      const reference = member(target.value, '$ref');
      const next = typeof reference === 'string' ? resolve(target.base, reference) : undefined;
      if (next?.kind !== 'found') break;
      target = next;
    }
    const { base, pointer, value } = target;
    const item = rewrite(value, { kind: 'pathItem', base, pointer });
    const { $ref: _, ...own } = holder;
    const whole: JsonObject = { ...(isObject(item) && item), ...own };
    for (const key of Object.keys(whole)) {
      if (!Object.hasOwn(own, key)) {
        provenance.set(whole, key, { place: base.place, pointer: childPointer(pointer, key) });
      }
    }
    return whole;
  }

  /** Values of a mapping are references, or names of components (OpenAPI 3.1 section 4.8.25). */
  function rewriteMapping(discriminator: JsonObject, base: Base): JsonObject {
    const mapping = member(discriminator, 'mapping');
    if (!isObject(mapping)) return discriminator;
    const rewritten = mapEntries(mapping, (_value, target) => {
      if (typeof target !== 'string' || (base.file === root.file && target.startsWith('#'))) return target;
      const isName = /^[A-Za-z0-9._-]+$/.test(target);
      const found = isName ? resolve(base, `#/components/schemas/${target}`) : undefined;
      if (found?.kind === 'found' && base.file === root.file) return target;
      const resolved = found?.kind === 'found' ? found : resolve(base, target);
      return resolved.kind === 'found'
        ? (referenceTo(resolved, target, { kind: 'schema', base }) ?? target)
        : target;
    });
    return rewritten === mapping ? discriminator : { ...discriminator, mapping: rewritten };
  }

  // A component that is nothing but a reference gives its name to what it refers to.
  for (const { kind, name, reference } of shelf.aliases()) {
    const target = resolve(root, reference);
    if (target.kind === 'found' && target.base.file !== root.file) shelf.refer({ ...target, kind }, name);
  }
  const own = rewrite(root.document, { kind: 'document', base: root, pointer: '' });
  while (shelf.fetch(({ value = null, ...at }) => rewrite(value, at)));
  if (refused.length > 0) return refused;
  if (own === root.document || !isObject(own)) return root;
  const document = shelf.fill(own, provenance);
  return {
    ...root,
    document,
    place: provenance.placesIn(document),
    written: (reference) => written.get(reference) ?? root.written(reference),
  };
}
