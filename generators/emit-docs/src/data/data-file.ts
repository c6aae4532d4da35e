import { jsonText } from '@plumbline/render';
import type { PageData } from './page-data.ts';

/** The name of the file beside a page. */
export const DATA_FILE = 'facts.json';

/** Its content; null where the page has nothing beyond its format. */
export function dataText(data: PageData): string | null {
  const isEmpty = Object.values(data).every((list) => list.length === 0);
  return isEmpty ? null : `${jsonText(data)}\n`;
}
