import type { MappedText } from '@plumbline/read-resource-pages';
import type { Edit } from '../text/edits.ts';

/** An edit of a code's text as one of the page: in a template literal, what ends it or runs in it is escaped. */
export function codeText(code: MappedText, isTemplate: boolean, { start, end, text }: Edit): Edit {
  const written = isTemplate ? text.replace(/[\\`]|\$(?=\{)/g, (char) => `\\${char}`) : text;
  const from = code.offsetAt(start);
  return { start: from, end: start === end ? from : code.offsetAt(end), text: written };
}
