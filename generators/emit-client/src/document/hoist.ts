import { isObject, type JsonObject, type JsonValue, pointerTokens } from '@plumbline/model';

/**
 * Answers the reference to say instead of one: what lies where the printed types have no type of its own (`schema` in a
 * response, a parameter by its number) becomes a component as well, under a name made of where it lies. What is there
 * once is the same object, so that nothing is copied. So does a property that is a part of a composition (`isPart`): its type
 * where it lies is that of what may be absent, which has no members to require.
 */
export function createHoist(
  document: JsonObject,
): (reference: string, target: JsonValue, isPart: boolean) => string {
  const known = new Map<string, string>();
  return (reference, target, isPart) => {
    const instead = known.get(reference) ?? hoisted(document, reference, { target, isPart });
    if (instead !== reference) known.set(reference, instead);
    return instead;
  };
}

/** The tokens of a reference within the document; none of any other. */
export function referenceTokens(reference: string): readonly string[] {
  return reference.startsWith('#/') ? pointerTokens(reference.slice(1)).map(percentDecoded) : [];
}

function hoisted(
  document: JsonObject,
  reference: string,
  { target, isPart }: { readonly target: JsonValue; readonly isPart: boolean },
): string {
  const tokens = referenceTokens(reference);
  const kind = kindOf(tokens, isPart);
  if (kind === null || !isObject(target)) return reference;
  const components = memberObject(document, 'components');
  const section = memberObject(components, kind);
  const name = freeName(tokens, section);
  Object.assign(section, { [name]: target });
  return `#/components/${kind}/${name}`;
}

/** The section of `components` that the target is to be in; null: it has a type where it is, or nobody knows what it is. */
function kindOf(
  [root, section, ...rest]: readonly string[],
  isPart: boolean,
): 'schemas' | 'parameters' | 'requestBodies' | null {
  const isComponent = root === 'components';
  const inside = isComponent ? rest.slice(1) : rest;
  const isInSchema = (isComponent && section === 'schemas') || inside.includes('schema');
  if (isInSchema) {
    // Of what lies within a component, printed types have its properties alone by their names.
    const isProperty = inside.length === 2 && inside[0] === 'properties';
    return inside.length === 0 || (isProperty && !isPart) ? null : 'schemas';
  }
  if (isComponent) return null;
  if (inside.at(-2) === 'parameters') return 'parameters';
  return inside.at(-1) === 'requestBody' ? 'requestBodies' : null;
}

function memberObject(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  if (isObject(value)) return value;
  const made: JsonObject = {};
  Object.assign(parent, { [key]: made });
  return made;
}

/** Characters that a reference would have to encode are left out. */
function freeName(tokens: readonly string[], section: JsonObject): string {
  const words = tokens.map((token) => token.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, ''));
  const name = words
    .slice(1)
    .filter((word) => word !== '')
    .join('.');
  for (let n = 2, free = name; ; n += 1) {
    if (!Object.hasOwn(section, free)) return free;
    free = `${name}${n}`;
  }
}

function percentDecoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
