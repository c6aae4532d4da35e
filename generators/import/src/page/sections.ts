import type { SqlVerb } from '@plumbline/model';
import type { Line } from '../text/lines.ts';

export type SectionTitle = 'Overview' | 'Fields' | 'Methods' | 'Parameters' | SqlVerb;

const TITLE =
  /^#{0,6} ?`?(?:(overview|fields|methods|parameters)|(select|insert|update|replace|delete|exec)`? examples?|(lifecycle methods))\W{0,3}$/i;

/** What a heading is about; null for any other line. */
export function sectionTitle({ text }: Line): SectionTitle | null {
  // No title is longer, and texts may be.
  if (text.length > 40) return null;
  const [, section, verb, lifecycle] = TITLE.exec(text) ?? [];
  if (section !== undefined) {
    return `${section.charAt(0).toUpperCase()}${section.slice(1).toLowerCase()}` as SectionTitle;
  }
  if (lifecycle !== undefined) return 'exec';
  return verb === undefined ? null : (verb.toLowerCase() as SqlVerb);
}

/** The sentences that the format has above its tables. */
export function isIntroduction({ text }: Line): boolean {
  return /^(?:The following (?:fields|methods) are|Parameters can be passed in)\b/.test(text);
}
