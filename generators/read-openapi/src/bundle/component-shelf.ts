import { childPointer, isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';
import type { Provenance } from '../document/provenance.ts';
import { type Kind, SECTIONS, SWAGGER_SECTIONS } from './grammar.ts';
import type { Base } from './resolve-target.ts';

/** Something of another file that becomes a component. */
export interface Borrowed {
  readonly kind: Kind;
  readonly base: Base;
  readonly pointer: string;
  /** Undefined where there is nothing. */
  readonly value: JsonValue | undefined;
}

/** The components of a bundle: its own, and those that it borrows from other files. */
export interface ComponentShelf {
  /** The reference to a borrowed thing, which gets its name on the first call; null where such things have no section. */
  readonly refer: (borrowed: Borrowed, wantedName?: string) => string | null;
  /** Brings in what was referred to since the last call; the answer is whether there was anything. */
  readonly fetch: (rewrite: (borrowed: Borrowed) => JsonValue) => boolean;
  /** The document with all that was brought in. */
  readonly fill: (document: JsonObject, provenance: Provenance) => JsonObject;
  /** The document's own components that are references and nothing else, by section. */
  readonly aliases: () => readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly pointer: string;
    readonly reference: string;
  }[];
}

interface Shelved extends Borrowed {
  readonly section: string;
  readonly name: string;
}

export function createComponentShelf(root: JsonObject): ComponentShelf {
  const isSwagger = !Object.hasOwn(root, 'openapi');
  const sections = isSwagger ? SWAGGER_SECTIONS : SECTIONS;
  const holderOf = (document: JsonObject): JsonValue | undefined =>
    isSwagger ? document : member(document, 'components');
  const prefix = isSwagger ? '' : '/components';
  const taken = new Map<string, Set<string>>();
  const known = new Map<string, string>();
  const waiting: Shelved[] = [];
  const fetched: (Shelved & { readonly content: JsonValue })[] = [];

  function takenIn(section: string): Set<string> {
    const names = taken.get(section) ?? new Set(Object.keys(member(holderOf(root), section) ?? {}));
    taken.set(section, names);
    return names;
  }

  /** `User` of `user.yaml`; beside another `User`, `User_user`, and so on. */
  function freshName(section: string, { base, pointer }: Borrowed): string {
    const names = takenIn(section);
    const stem = safe(base.file.replace(/^.*\//, '').replace(/\.[^.]*$/, ''));
    const name = safe(pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll('~1', '/')) || stem;
    let candidate = names.has(name) && name !== stem ? `${name}_${stem}` : name;
    for (let n = 2; names.has(candidate); n += 1) candidate = `${name}_${stem}${n}`;
    names.add(candidate);
    return candidate;
  }

  return {
    refer(borrowed, wantedName) {
      const section = sections[borrowed.kind];
      if (section === undefined) return null;
      const id = `${borrowed.kind} ${borrowed.base.file}#${borrowed.pointer}`;
      const earlier = known.get(id);
      if (earlier !== undefined) return earlier;
      const name = wantedName ?? freshName(section, borrowed);
      const reference = `#${[section, name].reduce(childPointer, prefix).replaceAll('%', '%25')}`;
      known.set(id, reference);
      waiting.push({ ...borrowed, section, name });
      return reference;
    },
    fetch(rewrite) {
      const next = waiting.splice(0);
      for (const shelved of next) {
        if (shelved.value !== undefined) fetched.push({ ...shelved, content: rewrite(shelved) });
      }
      return next.length > 0;
    },
    fill(document, provenance) {
      const holder = holderOf(document);
      const filled = [...new Set(fetched.map(({ section }) => section))].map((section) => {
        const items = fetched.filter((item) => item.section === section);
        const own = member(holder, section);
        const brought = items.map(({ name, content }) => [name, content] as const);
        const entries = Object.fromEntries([...Object.entries(isObject(own) ? own : {}), ...brought]);
        for (const { name, base, pointer } of items) {
          provenance.set(entries, name, { place: base.place, pointer });
        }
        return [section, entries] as const;
      });
      const whole = { ...(isObject(holder) && holder), ...Object.fromEntries(filled) };
      return isSwagger ? whole : { ...document, components: whole };
    },
    aliases() {
      const holder = holderOf(root);
      return (Object.keys(sections) as Kind[]).flatMap((kind) => {
        const section = sections[kind] ?? '';
        const entries = member(holder, section);
        return Object.entries(isObject(entries) ? entries : {}).flatMap(([name, value]) => {
          const reference = member(value, '$ref');
          const isAlias = typeof reference === 'string' && Object.keys(value ?? {}).length === 1;
          const pointer = [section, name].reduce(childPointer, prefix);
          return isAlias ? [{ kind, name, pointer, reference }] : [];
        });
      });
    },
  };
}

/** What the names of components may have (OpenAPI 3.1 section 4.8.7). */
function safe(text: string): string {
  return /[A-Za-z0-9]/.test(text) ? text.replace(/[^A-Za-z0-9._-]+/g, '_') : '';
}
