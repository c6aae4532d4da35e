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
    (option) => `- \`${optionUsage(option, name)}\`: ${text(optionText(name, option))}`,
  );
  return [
    `## plumbline ${[name, operand].filter(Boolean).join(' ')}`,
    '',
    ...about.flatMap((paragraph) => [paragraph, '']),
    '```sh',
    ...examples.flatMap(({ does, line }) => [`# ${does}`, line]),
    '```',
    '',
    ...(rows.length === 0 ? [] : [...rows, '']),
  ];
}

function exitCodeSection(): string[] {
  const names = Object.keys(EXIT) as (keyof typeof EXIT)[];
  return [
    '## Exit codes',
    '',
    ...names.map((name) => `- \`${EXIT[name]}\`: ${text(EXIT_MEANINGS[name])}`),
    '',
  ];
}

/** Text in which `*` is no emphasis. */
function text(sentence: string): string {
  return sentence.replaceAll('*', '\\*');
}
