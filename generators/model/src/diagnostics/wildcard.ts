/** Tells what a pattern matches: `*` stands for any run of characters, everything else for itself. */
export function wildcard(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  // The leftmost place of each part leaves the most to the next: no regular expression, which would try them all.
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    const middle = text.slice(first.length, text.length - last.length);
    let from = 0;
    for (const part of rest) {
      const found = middle.indexOf(part, from);
      if (found === -1) return false;
      from = found + part.length;
    }
    return true;
  };
}
