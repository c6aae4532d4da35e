import { COMMAND_NAMES, type CommandName, commandSpec } from '../command-line/commands.ts';
import { EXIT, EXIT_MEANINGS } from '../command-line/exit-codes.ts';
import { optionText, optionUsage } from '../command-line/help.ts';
import { fence, page, table } from './markdown.ts';

/** The guide to commands, options and exit codes: the same tables as `--help`. */
export function commandGuide(): string {
  return page([
    '# Command line',
    '`plumbline` is `npx @plumbline/cli`, or `npx plumbline` where that is installed. Human output goes to standard error, machine ' +
      'output alone to standard output. `NO_COLOR`, `FORCE_COLOR` and pipes are respected.',
    table(
      ['Command', 'What it does'],
      COMMAND_NAMES.map((name) => [`[\`${name}\`](#${name})`, commandSpec(name).summary]),
    ),
    '## Exit codes',
    table(
      ['Code', 'Meaning'],
      (['ok', 'findings', 'wrongUse', 'ourBug'] as const).map((name) => [
        String(EXIT[name]),
        EXIT_MEANINGS[name],
      ]),
    ),
    ...COMMAND_NAMES.flatMap(commandBlocks),
  ]);
}

function commandBlocks(name: CommandName): string[] {
  const { about, operand, options, examples } = commandSpec(name);
  const usage = ['plumbline', name, operand, options.length > 0 ? '[options]' : undefined]
    .filter(Boolean)
    .join(' ');
  const rows = options.map((option) => [`\`${optionUsage(option, name)}\``, optionText(name, option)]);
  return [
    `## ${name}`,
    fence(usage, 'text'),
    ...about,
    ...(rows.length === 0 ? [] : [table(['Option', 'What it does'], rows)]),
    fence(examples.map(({ does, line }) => `# ${does}\n${line}`).join('\n\n'), 'sh'),
  ];
}
