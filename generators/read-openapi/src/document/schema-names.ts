import { pointerTokens } from '@plumbline/model';
import type { ComponentNames } from '../merge/component-names.ts';

/** A schema that is referred to where it stands, outside `components.schemas`, and the name that it got. */
export interface PlacedSchema {
  readonly file: string;
  readonly pointer: string;
  readonly name: string;
}

/** Gives names to the schemas of all files. */
export interface SchemaNames {
  readonly nameOf: (file: string, names: ComponentNames, pointer: string) => string;
  /** The places that were named since the last call, in order. */
  readonly takePlaced: () => readonly PlacedSchema[];
}

/** `taken`: the final names of all component schemas. */
export function createSchemaNames(taken: Iterable<string>): SchemaNames {
  const used = new Set(taken);
  const placed = new Map<string, string>();
  let fresh: PlacedSchema[] = [];
  return {
    nameOf(file, names, pointer) {
      const tokens = pointerTokens(pointer);
      const [components, section, component] = tokens;
      if (
        tokens.length === 3 &&
        components === 'components' &&
        section === 'schemas' &&
        component !== undefined
      ) {
        return names.finalName('schemas', component);
      }
      const id = `${file}#${pointer}`;
      const known = placed.get(id);
      if (known !== undefined) return known;
      const base = placeName(tokens);
      let name = base;
      for (let n = 2; used.has(name); n += 1) name = `${base}${n}`;
      used.add(name);
      placed.set(id, name);
      fresh.push({ file, pointer, name });
      return name;
    },
    takePlaced() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** Tokens that say no more than where a schema may stand. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'components',
  'schemas',
  'paths',
  'properties',
  'content',
  'schema',
  'definitions',
  '$defs',
]);

/** `#/components/schemas/User/properties/address` → `User.address`. */
function placeName(tokens: readonly string[]): string {
  const words = tokens
    .filter((token) => !STRUCTURE.has(token))
    .map((token) => token.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^_+|(?<!_)_+$/g, ''))
    .filter((word) => word !== '');
  return words.length === 0 ? 'Document' : words.join('.');
}
