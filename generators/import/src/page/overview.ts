import { type Line, type Prose, proseText } from '../text/lines.ts';
import { sectionTitle } from './sections.ts';

export interface RenderedOverview {
  readonly id: string | null;
  readonly type: string | null;
  readonly summary: Prose;
}

const ID = /^`?([A-Za-z][\w-]*\.[\w-]+\.[\w.$-]+?)`?(?: ?Copy)?$/;
const TYPE = /^(?:Resource|View|Service)$/i;

/** What stands above the first table: a label and a value a row, however its cells were flattened. */
export function readOverview(lines: readonly Line[]): RenderedOverview {
  let id: string | null = null;
  let type: string | null = null;
  let first = lines.length;
  for (let i = 0; i < lines.length; i += 1) {
    const value = (label: string): string | null => labelledValue(lines, i, label);
    const given = ID.exec(value('Id') ?? '')?.[1];
    if (given !== undefined) id ??= given;
    const said = value('Type');
    if (said !== null && TYPE.test(said)) type ??= said;
    if (given !== undefined || (said !== null && TYPE.test(said))) first = Math.min(first, i);
  }
  return { id, type, summary: summaryIn(lines.slice(0, first)) };
}

function labelledValue(lines: readonly Line[], i: number, label: string): string | null {
  const { text = '', cells = null } = lines[i] ?? {};
  if (cells !== null && cells.length > 1) return cells[0]?.text === label ? (cells[1]?.text ?? null) : null;
  if (!text.startsWith(label) || text.length > 300) return null;
  if (text.length > label.length)
    return text
      .slice(label.length)
      .replace(/^[\s:|]+/, '')
      .replace(/\s*\|$/, '');
  return lines.slice(i + 1, i + 4).find((line) => line.text !== '')?.text ?? null;
}

/** The sentence that the format has under its title; others may be the frame's. */
function summaryIn(lines: readonly Line[]): Prose {
  const said = lines.findLast(({ text }) =>
    /^(?:Creates, updates|.{0,400}\bresource\.$)/.test(text.slice(0, 500)),
  );
  if (said === undefined || sectionTitle(said) !== null) return [];
  return proseText(said.prose) === said.text ? said.prose : [{ kind: 'text', text: said.text }];
}
