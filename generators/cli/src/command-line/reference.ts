import { COMMAND_NAMES, type CommandName, commandSpec } from './commands.ts';
import { EXIT, EXIT_MEANINGS } from './exit-codes.ts';
import { optionText, optionUsage } from './help.ts';

/** The reference of the command line in Markdown, from the same tables as `--help`. */
export function commandReference(): string {
  return [...COMMAND_NAMES.flatMap(commandSection), ...exitCodeSection()].join('\n');
}

function commandSection(name: CommandName): string[] {
  const { about, operand, options, examples } = commandSpec(name);
  const rows = options.map(
    (option) => `| \`${cell(optionUsage(option))}\` | ${cell(optionText(name, option))} |`,
  );
  return [
    `## plumbline ${[name, operand].filter(Boolean).join(' ')}`,
    '',
    ...about.flatMap((paragraph) => [paragraph, '']),
    '```sh',
    ...examples.flatMap(({ does, line }) => [`# ${does}`, line]),
    '```',
    '',
    ...(rows.length === 0 ? [] : ['| Option | |', '| --- | --- |', ...rows, '']),
  ];
}

function exitCodeSection(): string[] {
  const names = Object.keys(EXIT) as (keyof typeof EXIT)[];
  const rows = names.map((name) => `| ${EXIT[name]} | ${cell(EXIT_MEANINGS[name])} |`);
  return ['## Exit codes', '', '| Code | |', '| ---: | --- |', ...rows, ''];
}

/** Text in a cell of a table: `*` is no emphasis there, `|` no border. */
function cell(text: string): string {
  return text.replace(/[|*]/g, '\\$&');
}
