import { isObject, type JsonObject, type JsonValue, member, pointerTokens } from '@plumbline/model';

/** The names that one file's components have in the merged spec. */
export interface ComponentNames {
  readonly finalName: (section: string, name: string) => string;
  /** False where an earlier file has an equal component, which this one shares. */
  readonly owns: (section: string, name: string) => boolean;
  readonly renamed: readonly RenamedComponent[];
}

export interface RenamedComponent {
  readonly section: string;
  readonly name: string;
  readonly finalName: string;
  /** The file whose component has the name. */
  readonly holder: string;
}

export interface SpecFile {
  readonly file: string;
  readonly document: JsonObject;
}

/**
 * Settles the component names of several files. Components of one name that are equal, and whose references mean
 * equal components, are one; of different ones the first file's keeps the name, and a later one's becomes
 * `Name_file`.
 */
export function nameComponents<T extends SpecFile>(
  files: readonly T[],
): readonly (T & { readonly names: ComponentNames })[] {
  if (files.length < 2) return files.map((file) => ({ ...file, names: OWN_NAMES }));
  const registry = new Map<string, Variant[]>();
  const catalogues = files.map(({ document }) => componentsOf(document));
  const taken = new Set(catalogues.flatMap((components) => [...components.keys()]));
  return files.map((part, i) => {
    const { file } = part;
    const components = catalogues[i] ?? new Map<string, Component>();
    const chosen = chooseVariants(components, registry);
    const names = new Map<string, { readonly finalName: string; readonly owns: boolean }>();
    const fresh: Variant[] = [];
    for (const [id, component] of components) {
      const variants = registry.get(id) ?? [];
      const shared = variants[chosen.get(id) ?? 0];
      if (shared !== undefined) {
        names.set(id, { finalName: shared.finalName, owns: false });
        continue;
      }
      const finalName = variants.length === 0 ? component.name : freshName(component, file, taken);
      fresh.push({ ...component, file, finalName, means: new Map() });
      names.set(id, { finalName, owns: true });
    }
    for (const variant of fresh) {
      for (const id of variant.references) variant.means.set(id, names.get(id)?.finalName ?? NOTHING);
      const id = idOf(variant.section, variant.name);
      registry.set(id, [...(registry.get(id) ?? []), variant]);
    }
    const own: ComponentNames = {
      finalName: (section, name) => names.get(idOf(section, name))?.finalName ?? name,
      owns: (section, name) => names.get(idOf(section, name))?.owns ?? true,
      renamed: [...components].flatMap(([id, { section, name }]) => {
        const finalName = names.get(id)?.finalName ?? name;
        const holder = registry.get(id)?.[0]?.file ?? file;
        return finalName === name ? [] : [{ section, name, finalName, holder }];
      }),
    };
    return { ...part, names: own };
  });
}

/** The names of a single file: its own. */
const OWN_NAMES: ComponentNames = { finalName: (_section, name) => name, owns: () => true, renamed: [] };

interface Component {
  readonly section: string;
  readonly name: string;
  /** The content, keys sorted. */
  readonly text: string;
  /** Ids of the components that it refers to. */
  readonly references: readonly string[];
}
interface Variant extends Component {
  readonly file: string;
  readonly finalName: string;
  /** What its references mean: id → final name. */
  readonly means: Map<string, string>;
}

/** What a reference means that leads nowhere, and one that leads to a component which equals no earlier one. */
const NOTHING = '';
const NEW = '/';

/**
 * For each component the number of the earlier variant that it equals, or their count where it equals none.
 * Equality is assumed first and given up where it fails, so that components which refer to each other can be shared.
 */
function chooseVariants(
  components: ReadonlyMap<string, Component>,
  registry: ReadonlyMap<string, readonly Variant[]>,
): ReadonlyMap<string, number> {
  const users = new Map<string, string[]>();
  for (const [id, { references }] of components) {
    for (const reference of references) {
      const list = users.get(reference);
      if (list === undefined) users.set(reference, [id]);
      else list.push(id);
    }
  }
  const chosen = new Map<string, number>();
  const meaning = (id: string): string =>
    components.has(id) ? (registry.get(id)?.[chosen.get(id) ?? 0]?.finalName ?? NEW) : NOTHING;
  const queue = [...components.keys()];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const component = components.get(id);
    const variants = registry.get(id) ?? [];
    const before = chosen.get(id) ?? 0;
    let choice = before;
    for (let variant = variants[choice]; variant !== undefined; variant = variants[choice]) {
      const { text, means } = variant;
      const same =
        component?.text === text &&
        component.references.every((other) => meaning(other) === means.get(other));
      if (same) break;
      choice += 1;
    }
    chosen.set(id, choice);
    if (choice !== before) queue.push(...(users.get(id) ?? []));
  }
  return chosen;
}

function componentsOf(document: JsonObject): ReadonlyMap<string, Component> {
  const components = new Map<string, Component>();
  const sections = member(document, 'components');
  if (!isObject(sections)) return components;
  for (const [section, entries] of Object.entries(sections)) {
    if (!isObject(entries) || section.startsWith('x-')) continue;
    for (const [name, value] of Object.entries(entries)) {
      const references = [...new Set(referencesIn(value))];
      components.set(idOf(section, name), { section, name, text: canonicalText(value), references });
    }
  }
  return components;
}

/** Ids of the components that a value refers to. */
function referencesIn(value: JsonValue): readonly string[] {
  const found: string[] = [];
  const visit = (part: JsonValue): void => {
    if (typeof part === 'string') {
      const id = componentId(part);
      if (id !== null) found.push(id);
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return found;
}

/** The component that a `$ref`'s text means, or lies in; null for any other text. */
function componentId(text: string): string | null {
  if (!text.startsWith('#/components/')) return null;
  const [, section, name] = pointerTokens(text.slice(1));
  return section === undefined || name === undefined ? null : idOf(section, name);
}

function idOf(section: string, name: string): string {
  return `${section}/${name}`;
}

/** JSON with sorted keys: equal texts, equal values. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(value, (_key, part: JsonValue) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** `Error` of `specs/gists.yaml` becomes `Error_gists`. */
function freshName({ section, name }: Component, file: string, taken: Set<string>): string {
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const base = `${name}_${stem.replace(/[^A-Za-z0-9_-]+/g, '_')}`;
  let candidate = base;
  for (let n = 2; taken.has(idOf(section, candidate)); n += 1) candidate = `${base}${n}`;
  taken.add(idOf(section, candidate));
  return candidate;
}
