import {
  isObject,
  type JsonObject,
  type JsonValue,
  pointerTokens,
  type YamlOperation,
} from '@plumbline/model';
import type { ParsedDocument } from '@plumbline/yaml';

/**
 * Tells the parameters that an operation of a service document lists itself: those of its path item StackQL does not take.
 * Null where the document does not have the operation.
 */
export function acceptedIn(
  documents: readonly ParsedDocument[],
): (operation: YamlOperation) => ReadonlySet<string> | null {
  const roots = new Map(documents.map(({ file, value }) => [file, value]));
  return ({ method, path, origin }) => {
    const root = roots.get(origin.file);
    const operation = at(root, ['paths', path, method.toLowerCase()]);
    if (operation === undefined) return null;
    const listed = at(operation, ['parameters']);
    const names = (Array.isArray(listed) ? listed : []).flatMap((one: JsonValue) => nameOf(one, root));
    return new Set(names);
  };
}

function nameOf(parameter: JsonValue, root: JsonValue | undefined): readonly string[] {
  const reference = at(parameter, ['$ref']);
  const declared =
    typeof reference === 'string' && reference.startsWith('#/')
      ? at(root, pointerTokens(reference.slice(1)))
      : parameter;
  const name = at(declared, ['name']);
  return typeof name === 'string' ? [name] : [];
}

function at(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const key of path) {
    if (!isObject(found)) return undefined;
    const holder: JsonObject = found;
    found = Object.hasOwn(holder, key) ? holder[key] : undefined;
  }
  return found;
}
