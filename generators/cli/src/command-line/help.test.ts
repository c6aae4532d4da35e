import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { COMMAND_NAMES, commandSpec } from './commands.ts';
import { commandHelp, optionUsage, programHelp } from './help.ts';
import { OPTION_NAMES } from './options.ts';
import { parseCommandLine } from './parse.ts';
import { wrap } from './wrap.ts';

const pages: [string, string][] = [
  ['plumbline', programHelp(NO_COLOURS)],
  ...COMMAND_NAMES.map((name): [string, string] => [name, commandHelp(name, NO_COLOURS)]),
];

describe('help', () => {
  it.each(pages)('of %s fits a terminal of 80 columns', (_, page) => {
    expect(page.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(page.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
  });

  it.each(COMMAND_NAMES)('of %s tells each of its options', (name) => {
    const page = commandHelp(name, NO_COLOURS);
    for (const option of commandSpec(name).options) expect(page).toContain(`  ${optionUsage(option, name)}`);
  });

  it.each(COMMAND_NAMES)('of %s has examples that work', (name) => {
    for (const { line } of commandSpec(name).examples) {
      const words = line.replace(/ \|.*$/, '').match(/'[^']*'|\S+/g) ?? [];
      const [program, ...args] = words.map((word) => word.replaceAll("'", ''));
      expect(program).toBe('plumbline');
      expect(parseCommandLine(args).kind).not.toBe('wrong-use');
    }
  });

  it('has a home for every option', () => {
    const homes = new Set(['help', 'version', ...COMMAND_NAMES.flatMap((name) => commandSpec(name).options)]);
    expect(OPTION_NAMES.filter((name) => !homes.has(name))).toEqual([]);
  });

  it('breaks lines at blanks and keeps long words whole', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
  });
});
