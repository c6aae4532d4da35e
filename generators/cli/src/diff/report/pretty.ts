import { type Change, type Diff, ruleOf } from '@plumbline/diff';
import { printable } from '../../report/printable.ts';
import { counted } from '../../report/words.ts';
import type { Colors } from '../../terminal/colours.ts';
import { CLASS_TITLES, summaryText, usesText } from './words.ts';

/** So many docs-only changes of a rule are listed; of more, their number is told. */
const MOST_DOCS = 10;

/** Changes for people: by class and rule, each with its places and the operations that it reaches. */
export function prettyDiff(diff: Diff, colours: Colors): string {
  const groups = [...Map.groupBy(diff.changes, ({ rule }) => rule).values()];
  return [
    ...groups.flatMap((group) => groupLines(group, colours)),
    ...(diff.pages.length === 0
      ? []
      : [`${counted(diff.pages.length, 'page')} affected: ${pagesText(diff)}`, '']),
    colours.bold(`${versionsText(diff)}${summaryText(diff)}`),
    '',
  ].join('\n');
}

function groupLines(group: readonly Change[], colours: Colors): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { title, why } = ruleOf(first.rule);
  const paint = { breaking: colours.red, compatible: colours.blue, docs: colours.dim }[first.class];
  const name = paint(CLASS_TITLES[first.class].toLowerCase());
  const head = `${name} ${colours.bold(title)}: ${group.length} ${colours.dim(first.rule)}`;
  if (first.class === 'docs' && group.length > MOST_DOCS) return [head, ''];
  return [head, `  ${colours.dim(why)}`, ...group.flatMap((change) => changeLines(change, colours)), ''];
}

function changeLines(change: Change, colours: Colors): readonly string[] {
  const uses = usesText(change);
  const places = placesText(change);
  return [
    `  ${printable(change.message)}${uses === '' ? '' : ` ${colours.dim(`In ${printable(uses)}.`)}`}`,
    ...(places === '' ? [] : [`    ${colours.cyan(printable(places))}`]),
  ];
}

function placesText({ before, after }: Change): string {
  const places = [before, after].flatMap((place) =>
    place === null ? [] : `${place.file}:${place.line}:${place.column}`,
  );
  return places.join(' → ');
}

function pagesText({ pages }: Diff): string {
  const names = pages.slice(0, 8).map(({ resource, file }) => printable(file ?? resource));
  return names.join(', ') + (pages.length > 8 ? ` and ${pages.length - 8} more` : '');
}

function versionsText({ provider, versions: { before, after } }: Diff): string {
  return `${printable(provider)} ${printable(before)} → ${printable(after)}: `;
}
