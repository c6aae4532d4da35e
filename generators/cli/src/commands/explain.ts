import { type Code, catalogue, catalogueGroups, isCode } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import { wrongUse } from '../command-line/invocation.ts';
import { nearest } from '../command-line/nearest.ts';
import { wrap } from '../command-line/wrap.ts';
import type { Host } from '../host.ts';
import { severityText } from '../report/severity-text.ts';
import { type Colors, coloursOf } from '../terminal/colours.ts';
import { printWrongUse } from './wrong-use.ts';

/** Prints what a code means, or the list of them all. */
export function explain(code: string | null, host: Host): number {
  const colours = coloursOf(host.stdout, host.env);
  if (code === null) {
    host.stdout.write(listText(colours));
    return EXIT.ok;
  }
  if (!isCode(code)) {
    const meant = nearest(code, Object.keys(catalogue));
    const hint =
      meant === null ? '`plumbline explain` lists them.' : `Did you mean \`plumbline explain ${meant}\`?`;
    printWrongUse(wrongUse(`\`${code}\` is not a diagnostic code.`, hint), host);
    return EXIT.wrongUse;
  }
  host.stdout.write(codeText(code, colours));
  return EXIT.ok;
}

export function codeText(code: Code, colours: Colors): string {
  const { severity, title, explanation, example, fixable } = catalogue[code];
  return [
    `${colours.bold(title)}  ${colours.dim(code)}`,
    `${severityText(severity, colours)}${fixable ? ', fixable' : ''}`,
    '',
    ...wrap(explanation, 80),
    '',
    `Before ${colours.dim(`(${example.language})`)}`,
    ...indented(example.before, colours.red),
    '',
    'After',
    ...indented(example.after, colours.green),
    '',
  ].join('\n');
}

function listText(colours: Colors): string {
  const width = Math.max(...Object.keys(catalogue).map((code) => code.length));
  const groups = catalogueGroups
    .filter(({ codes }) => codes.length > 0)
    .map(({ title, codes }) =>
      [
        colours.bold(title),
        ...codes.map((code) => `  ${colours.cyan(code.padEnd(width))}  ${catalogue[code].title}`),
        '',
        '',
      ].join('\n'),
    );
  return `${groups.join('')}\`plumbline explain CODE\` tells what one means.\n`;
}

function indented(text: string, colour: (line: string) => string): string[] {
  return text.split('\n').map((line) => `  ${colour(line)}`);
}
