import { dictionary, type JsonObject, type JsonValue } from '@plumbline/model';
import { TYPED_ROOTS } from './typed-roots.ts';

/**
 * Prints the declarations of a document, each by itself: of `paths`, `webhooks`, `components` and `$defs`, then those that
 * these speak of. A root that is empty is no interface.
 */
export type PrintDeclarations = (document: JsonObject) => readonly string[];

/**
 * Prints a document part by part, to the same text as all at once: what is made for one part is free before the next one's
 * turn, where that of the whole would take more memory than the rest of a run. The text is answered in pieces: it is big.
 */
export function printInParts(document: JsonObject, print: PrintDeclarations): readonly string[] {
  const empty = print({});
  // By what they begin with, in the order in which they are spoken of first.
  const footer = new Map<string, string[]>();
  const printRoot = (root: string, value: JsonValue): string => {
    const texts = print(dictionary([[root, value]]));
    for (const text of texts.slice(TYPED_ROOTS.length)) {
      if (text.startsWith(OPERATIONS)) footer.set(OPERATIONS, [...(footer.get(OPERATIONS) ?? []), text]);
      // A type that helps is the same for each part.
      else if (!empty.includes(text)) footer.set(text, []);
    }
    return texts[TYPED_ROOTS.indexOf(root)] ?? '';
  };
  const pieces = TYPED_ROOTS.flatMap((root, index) => {
    const value = document[root];
    const none = empty[index] ?? '';
    if (typeof value !== 'object' || value === null) return none;
    if (root === '$defs') return printRoot(root, value);
    if (root === 'components') return sectionsOf(value as JsonObject, (part) => printRoot(root, part));
    const texts = partsOf(value).map((part) => printRoot(root, part));
    return joined(texts, { head: `export interface ${root} {\n`, tail: '}\n', none });
  });
  const ends = [...footer].flatMap(([head, texts]) =>
    head === OPERATIONS ? joined(texts, { head, tail: '}\n', none: '' }) : [head],
  );
  return [...pieces, ...ends, ...(footer.has(OPERATIONS) ? [] : empty.slice(TYPED_ROOTS.length))];
}

const OPERATIONS = 'export interface operations {\n';

/** Members of a part: few enough that what is made for them dies young. */
const MOST = 4;

function partsOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length <= MOST) return [value];
  return Array.from({ length: Math.ceil(entries.length / MOST) }, (_, index) =>
    dictionary(entries.slice(index * MOST, (index + 1) * MOST)),
  );
}

/** The sections of `components`, each of which is a line by itself where it is empty. */
function sectionsOf(components: JsonObject, print: (part: JsonObject) => string): readonly string[] {
  const lines = print({}).split(/(?<=\n)/);
  return lines.flatMap((line, index) => {
    const [, indent = '', section] = /^( +)(\w+): never;$/m.exec(line) ?? [];
    if (section === undefined) return line;
    const before = lines.slice(0, index).join('');
    const after = lines.slice(index + 1).join('');
    const [opening, closing] = [`${indent}${section}: {\n`, `${indent}};\n`];
    const texts = partsOf(components[section]).map((part) => print(dictionary([[section, part]])));
    const bodies = bodiesOf(texts, before + opening, closing + after);
    return bodies.length === 0 ? line : [opening, ...bodies, closing];
  });
}

/** One text of several that begin and end alike; `none` where none of them begins so: they hold nothing. */
function joined(
  texts: readonly string[],
  { head, tail, none }: { readonly head: string; readonly tail: string; readonly none: string },
): readonly string[] {
  const bodies = bodiesOf(texts, head, tail);
  return bodies.length === 0 ? [none] : [head, ...bodies, tail];
}

function bodiesOf(texts: readonly string[], head: string, tail: string): readonly string[] {
  return texts.filter((text) => text.startsWith(head)).map((text) => text.slice(head.length, -tail.length));
}
