/** What Ajv asks of a pattern. */
interface Matcher {
  test(text: string): boolean;
}

/**
 * The regular expression that a pattern means, matched by code point where it can be (JSON Schema 2020-12, section
 * 6.4). A leading `(?i)` of other dialects is understood. One that JavaScript cannot read refuses nothing.
 */
export function patternMatcher(pattern: string): Matcher {
  const folded = /^\(\?i\)(.*)$/s.exec(pattern);
  const [source, flags] = folded === null ? [pattern, ''] : [folded[1] ?? '', 'i'];
  return compiled(source, `${flags}u`) ?? compiled(source, flags) ?? { test: () => true };
}

function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
