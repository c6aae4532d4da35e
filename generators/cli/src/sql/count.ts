/** `1 row`, `1,000 rows`. */
export function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`;
}
