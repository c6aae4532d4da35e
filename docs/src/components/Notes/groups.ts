/** A fact behind a description: values, a value by its name, or a word. */
export type Note =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'pair'; readonly name: string; readonly value: string }
  | { readonly kind: 'word'; readonly text: string };

const WORDS: ReadonlySet<string> = new Set(['required', 'read-only', 'write-only', 'nullable', 'deprecated']);
const KEY =
  /^(?:wire|title|default|const|example|pattern|multipleOf|exclusiveM(?:in|ax)imum|(?:min|max)(?:imum|Length|Items|Properties)|uniqueItems): /;

/** The facts of `(ACTIVE, REVOKED) (default: ACTIVE) (read-only)`, which is how pages write them. */
export function notesIn(text: string): readonly Note[] {
  return parts(text.trim().slice(1, -1), ') (').flatMap((group): readonly Note[] => {
    const all = parts(group, ', ');
    if (KEY.test(group)) return pairs(all);
    if (all.every((part) => WORDS.has(part))) return all.map((word) => ({ kind: 'word', text: word }));
    return [{ kind: 'values', values: all.map(unquoted) }];
  });
}

/** What follows no key belongs to the value before: an example may be a list. */
function pairs(all: readonly string[]): readonly Note[] {
  const found: { kind: 'pair'; name: string; value: string }[] = [];
  for (const part of all) {
    const last = found.at(-1);
    const key = KEY.exec(part)?.[0] ?? '';
    if (key !== '') found.push({ kind: 'pair', name: key.slice(0, -2), value: part.slice(key.length) });
    else if (last !== undefined) last.value += `, ${part}`;
  }
  return found.map((pair) => ({ ...pair, value: unquoted(pair.value) }));
}

/** What is ambiguous without quotes is written as a JSON string. */
function unquoted(value: string): string {
  if (!/^"[^"\\]*(?:\\.[^"\\]*)*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value)) || value;
  } catch {
    return value;
  }
}

/** The parts of a text between separators, but for those within quotes. */
function parts(text: string, separator: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\' && isQuoted) i += 1;
    else if (text[i] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith(separator, i)) {
      found.push(text.slice(start, i));
      start = i + separator.length;
      i = start - 1;
    }
  }
  return [...found, text.slice(start)];
}
