import type { Change, ChangeClass, Diff, Use } from '@plumbline/diff';
import { counted } from '../../report/words.ts';

/** `3 breaking, 2 compatible and 1 docs-only change: major`. */
export function summaryText({ summary, semver }: Diff): string {
  const { breaking, compatible, docs, noted } = summary;
  const parts = [
    ...(breaking > 0 ? [`${breaking} breaking`] : []),
    ...(compatible > 0 ? [`${compatible} compatible${noted > 0 ? ` (${noted} to note)` : ''}`] : []),
    ...(docs > 0 ? [`${docs} docs-only`] : []),
  ];
  if (parts.length === 0) return 'nothing changed';
  const text = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  const total = breaking + compatible + docs;
  return `${text} change${total === 1 ? '' : 's'}: ${semver}`;
}

export const CLASS_TITLES: { readonly [C in ChangeClass]: string } = {
  breaking: 'Breaking',
  compatible: 'Compatible',
  docs: 'Documentation',
};

/** The operations that a change reaches, where its message does not name it: `GET /users`, `GET /groups` and 3 more. */
export function usesText({ message, uses }: Change): string {
  const operations = operationsOf(uses).filter((operation) => !message.includes(`\`${operation}\``));
  if (operations.length === 0) return '';
  const shown = operations.slice(0, 3).map((operation) => `\`${operation}\``);
  const more = operations.length > 3 ? ` and ${counted(operations.length - 3, 'other operation')}` : '';
  return `${shown.join(', ')}${more}`;
}

function operationsOf(uses: readonly Use[]): readonly string[] {
  return [...new Set(uses.map(({ operation }) => operation.replaceAll('`', "'")))];
}
