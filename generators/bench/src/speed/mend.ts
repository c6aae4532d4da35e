import { dump, load } from 'js-yaml';
import { exec, type JsonValue, type Path } from 'jsonpath-rfc9535';

interface Overlay {
  readonly actions: readonly { readonly target: string; readonly remove: true }[];
}

/**
 * A spec without what an overlay of removals removes (OpenAPI Overlay 1.0.0, section 4.4.3), for generators that
 * cannot read the original. Throws where a target leads to nothing: the overlay is ours, and out of date then.
 */
export function mend(specText: string, overlayText: string): string {
  const document = load(specText) as JsonValue;
  const { actions } = load(overlayText) as Overlay;
  for (const { target } of actions) {
    const found: Path[] = [];
    exec(document, target, (_value, path) => found.push([...path]));
    if (found.length === 0) throw new Error(`The overlay removes what is not there: ${target}`);
    for (const path of found) removeAt(document, path);
  }
  return dump(document, { noRefs: true, lineWidth: -1 });
}

function removeAt(document: JsonValue, path: Path): void {
  let parent: unknown = document;
  for (const key of path.slice(0, -1)) parent = Reflect.get(Object(parent), key);
  Reflect.deleteProperty(Object(parent), path.at(-1) ?? '');
}
