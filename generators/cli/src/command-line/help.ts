import type { Colors } from '../terminal/colours.ts';
import { COMMAND_NAMES, type CommandName, commandSpec } from './commands.ts';
import { EXIT, EXIT_MEANINGS, type ExitMeanings, exitMeanings } from './exit-codes.ts';
import { OPTION_NAMES, type OptionName, optionSpec } from './options.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;
const GROUPS = ['Statements', 'Server', 'Documents', 'Output', 'Report', 'Other'] as const;

/** The help of the whole program. */
export function programHelp(colours: Colors): string {
  return [
    "Keeps a provider's OpenAPI spec, resource pages, client, docs and contract tests",
    'true to one another.',
    '',
    heading('Usage', colours),
    '  plumbline <command> [options]',
    '',
    heading('Commands', colours),
    ...table(
      COMMAND_NAMES.map((name) => [
        [name, commandSpec(name).operand].filter(Boolean).join(' '),
        commandSpec(name).summary,
      ]),
      colours,
    ),
    '',
    heading('Options', colours),
    ...table([optionRow('help'), optionRow('version')], colours),
    '',
    heading('Start here', colours),
    '  plumbline drift --provider okta --spec openapi.yaml --pages users.md',
    '  plumbline serve openapi.yaml',
    '  plumbline init',
    '',
    heading('Exit codes', colours),
    ...exitCodes(EXIT_MEANINGS, colours),
    '',
    "`plumbline <command> --help` tells a command's options.",
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(name: CommandName, colours: Colors): string {
  const { about, operand, options, examples } = commandSpec(name);
  const listed = new Set<OptionName>([...options, 'help']);
  const usage = ['plumbline', name, operand, options.length > 0 ? '[options]' : undefined];
  return [
    ...about.flatMap((paragraph) => [...wrap(paragraph, WIDTH), '']),
    heading('Usage', colours),
    `  ${usage.filter(Boolean).join(' ')}`,
    '',
    ...GROUPS.flatMap((group) => {
      const names = OPTION_NAMES.filter((option) => listed.has(option) && optionSpec(option).group === group);
      if (names.length === 0) return [];
      const rows = names.map((option): [string, string] => [
        optionUsage(option, name),
        optionText(name, option),
      ]);
      return [heading(group, colours), ...table(rows, colours), ''];
    }),
    heading(examples.length === 1 ? 'Example' : 'Examples', colours),
    ...examples.flatMap(({ does, line }) => [
      `  ${colours.dim(`# ${does}`)}`,
      ...continued(line).map((part) => `  ${part}`),
    ]),
    '',
    heading('Exit codes', colours),
    ...exitCodes(exitMeanings(name), colours),
    '',
  ].join('\n');
}

/** `--config FILE`. */
export function optionUsage(name: OptionName, command: CommandName | null = null): string {
  const { short } = optionSpec(name);
  const value = (command && commandSpec(command).own?.[name]?.value) ?? optionSpec(name).value ?? '';
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === '' ? '' : ` ${value}`}`;
}

/** What an option does, with its values, its default, and whether it may be repeated. */
export function optionText(command: CommandName, name: OptionName): string {
  const own = commandSpec(command).own?.[name];
  const { help, choices, repeatable } = optionSpec(name);
  const fallback = command === 'model' && name === 'fail-on' ? 'never' : optionSpec(name).fallback;
  const standard = fallback === undefined ? [] : [`Default: ${fallback === '.' ? 'this folder' : fallback}`];
  return (
    own === undefined
      ? [
          choices === undefined ? help : `${help}: ${choices.join(', ')}`,
          ...standard,
          ...(repeatable === true ? ['Repeatable'] : []),
        ]
      : [own.help, ...standard]
  )
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

function optionRow(name: OptionName): [string, string] {
  return [optionUsage(name), optionSpec(name).help];
}

function exitCodes(meanings: ExitMeanings, colours: Colors): string[] {
  const rows = (['ok', 'findings', 'wrongUse', 'ourBug'] as const).flatMap((name): [string, string][] => {
    const meaning = meanings[name];
    return meaning === null ? [] : [[String(EXIT[name]), meaning]];
  });
  return table(rows, colours);
}

function heading(text: string, colours: Colors): string {
  return colours.bold(text);
}

/** Two columns; a long left cell stands on a line of its own. */
function table(rows: readonly (readonly [string, string])[], colours: Colors): string[] {
  const left = Math.min(20, Math.max(...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, text]) => {
    const lines = wrap(text, WIDTH - left - 4);
    const isLong = name.length > left;
    const first = `  ${colours.cyan(name)}`;
    const rest = (isLong ? lines : lines.slice(1)).map((line) => `${' '.repeat(left + 4)}${line}`);
    return isLong
      ? [first, ...rest]
      : [`${first}${' '.repeat(left - name.length + 2)}${lines[0] ?? ''}`, ...rest];
  });
}

/** A command line over several lines, as a shell reads it, broken before options. */
function continued(line: string): string[] {
  if (line.length <= WIDTH - 2) return [line];
  const lines = [''];
  for (const part of line.split(/ (?=--)/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + part.length + 5 > WIDTH) lines.push(`  ${part}`);
    else lines[lines.length - 1] = last === '' ? part : `${last} ${part}`;
  }
  return lines.map((text, i) => (i < lines.length - 1 ? `${text} \\` : text));
}
