import { jsonText } from '@plumbline/render';
import type { ChangelogData, FindingsData, PageData } from './page-data.ts';

/** The path of the data of a page: `facts.json` for the page of a folder, for another one its own name. */
export function dataPath(page: string): string {
  return page.replace(/(?:(?<=^|\/)index)?\.md$/, (end) => (end === '.md' ? '.json' : 'facts.json'));
}

/** Its content; null where the page has nothing beyond its format. */
export function dataText(data: PageData | FindingsData | ChangelogData): string | null {
  const isEmpty = Object.values(data).every((list) => list.length === 0);
  return isEmpty ? null : `${jsonText(data)}\n`;
}
