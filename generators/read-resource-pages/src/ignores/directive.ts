import { distance } from 'fastest-levenshtein';

/** What a comment for Plumbline says. Offsets are into the comment's text. */
export interface Directive {
  /** What follows the comment, or the whole page. */
  readonly reach: 'next' | 'page';
  readonly codes: readonly { readonly value: string; readonly offset: number }[];
  readonly reason: string;
}

/** A comment that is meant for Plumbline and cannot be read. */
export interface Unreadable {
  readonly problem: string;
  readonly remedy: string;
  readonly offset: number;
}

const REACHES: ReadonlyMap<string, Directive['reach']> = new Map([
  ['plumbline-ignore', 'next'],
  ['plumbline-ignore-page', 'page'],
]);
const NAMES = [...REACHES.keys()].map((name) => `\`${name}\``).join(' or ');

/** Two letters that changed places are two steps. */
const MAX_STEPS = 3;

/** Reads the text between the marks of a comment; null where it is not meant for Plumbline. */
export function readDirective(comment: string): Directive | Unreadable | null {
  const [name = ''] = /\S*/.exec(comment.trimStart().slice(0, 60))?.[0].split(':') ?? [];
  const offset = comment.length - comment.trimStart().length;
  const reach = REACHES.get(name);
  if (reach === undefined) {
    if (!isMeant(name)) return null;
    return { problem: `\`${name}\` is no directive`, remedy: `Write ${NAMES}.`, offset };
  }
  const listStart = offset + name.length;
  const colon = comment.indexOf(':', listStart);
  const list = comment.slice(listStart, colon === -1 ? undefined : colon);
  const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: value, index }) => ({
    value,
    offset: listStart + index,
  }));
  const [{ value: first } = { value: 'code' }] = codes;
  if (codes.length === 0) {
    const remedy = `Name the code of the finding: \`${name} code: why it is all right\`.`;
    return { problem: 'it names no diagnostic code', remedy, offset };
  }
  const reason =
    colon === -1
      ? ''
      : comment
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim();
  if (reason === '') {
    const remedy = `Say behind a colon why the finding is all right: \`${name} ${first}: why\`.`;
    return { problem: 'it gives no reason', remedy, offset };
  }
  return { reach, codes, reason };
}

function isMeant(name: string): boolean {
  const folded = name.toLowerCase();
  if (/^plumbline[-_]/.test(folded)) return true;
  return [...REACHES.keys()].some((known) => distance(folded, known) <= MAX_STEPS);
}
