import { catalogue, type Diagnostic } from '@plumbline/model';
import type { Colors } from '../terminal/colours.ts';
import { codeFrame, type Lines, linesOf } from './code-frame.ts';
import { type CodeGroup, groupByCode } from './group-by-code.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';
import { severityText } from './severity-text.ts';

/** Up to so many findings are all shown in full. */
const ALL_IN_FULL = 40;

interface Style {
  readonly colours: Colors;
  readonly width: number;
  readonly lines: Lines;
}

/**
 * Findings for people. A few are all shown in full, in the order of the files; many are grouped by code, the
 * first of each in full and the others on one line each.
 */
export function prettyReport(
  { diagnostics, textOf }: Report,
  { colours, width }: { readonly colours: Colors; readonly width: number },
): string {
  const style: Style = { colours, width, lines: linesOf(textOf) };
  if (diagnostics.length <= ALL_IN_FULL) {
    return diagnostics.map((diagnostic) => `${inFull(diagnostic, style).join('\n')}\n\n`).join('');
  }
  return groupByCode(diagnostics)
    .map((group) => `${groupLines(group, style).join('\n')}\n\n`)
    .join('');
}

function groupLines(group: CodeGroup, style: Style): readonly string[] {
  const [first, ...others] = group;
  const { colours } = style;
  const files = new Set(group.map(({ source }) => source.file)).size;
  const where = files === 1 ? 'in one file' : `in ${files} files`;
  return [
    colours.bold(`${catalogue[first.code].title}: ${group.length} ${where}`),
    '',
    ...inFull(first, style),
    ...(others.length === 0 ? [] : ['']),
    ...others.map((diagnostic) => headline(diagnostic, colours)),
  ];
}

function inFull(diagnostic: Diagnostic, { colours, width, lines }: Style): string[] {
  const related = diagnostic.related.flatMap(({ message, source }) => [
    `  ${place(source, colours)} ${sentence(message, colours)}`,
    ...codeFrame(source, lines, { colours, width, context: 0 }),
  ]);
  return [
    headline(diagnostic, colours),
    ...codeFrame(diagnostic.source, lines, { colours, width, context: 1 }),
    ...related,
    `  ${colours.cyan('hint')}: ${sentence(diagnostic.hint, colours)}`,
  ];
}

/** `path:line:column severity code: message`, which editors and terminals make a link of. */
function headline({ source, severity, code, message }: Diagnostic, colours: Colors): string {
  return `${place(source, colours)} ${severityText(severity, colours)} ${colours.dim(code)}: ${sentence(message, colours)}`;
}

function place({ file, line, column }: Diagnostic['source'], colours: Colors): string {
  return colours.underline(`${printable(file)}:${line}:${column}`);
}

/** Names in backticks stand out. */
function sentence(text: string, colours: Colors): string {
  return printable(text).replace(/`[^`]*`/g, (name) => colours.bold(name));
}
