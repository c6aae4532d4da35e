/** Names in a sentence: `a`, `b` or `c`. */
export function listed(names: readonly string[], conjunction: 'and' | 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length === 0) return 'none';
  if (quoted.length === 1) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${conjunction} ${quoted.at(-1)}`;
}
