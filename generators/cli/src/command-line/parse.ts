import { wrongItem } from './choices.ts';
import { COMMAND_NAMES, isCommandName, isOptionOf } from './commands.ts';
import { importInvocation } from './import-invocation.ts';
import { initInvocation } from './init-invocation.ts';
import { type Invocation, type WrongUse, wrongUse } from './invocation.ts';
import { nearest } from './nearest.ts';
import { diffInvocation, fixInvocation, runInvocation, watchInvocation } from './run-invocation.ts';
import { scan } from './scan.ts';
import { serveInvocation } from './serve-invocation.ts';
import { sqlInvocation } from './sql-invocation.ts';
import { commentInvocation, unattendedInvocation } from './unattended-invocation.ts';

/** Reads a command line, without the program's own name. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const scanned = scan(args);
  if ('kind' in scanned) return scanned;
  const { options, operands } = scanned;
  const [first, ...rest] = operands;

  if (options.some(({ name }) => name === 'version')) return { kind: 'version' };
  if (first === 'help') return rest[0] === undefined ? { kind: 'help', command: null } : helpFor(rest[0]);
  if (options.some(({ name }) => name === 'help')) {
    return first === undefined ? { kind: 'help', command: null } : helpFor(first);
  }
  if (first === undefined) {
    return wrongUse(
      'No command is given.',
      '`plumbline --help` lists them; `plumbline init` makes a workspace of a spec.',
    );
  }
  if (!isCommandName(first)) return unknownCommand(first);

  const foreign = options.find(({ name }) => !isOptionOf(first, name));
  if (foreign !== undefined) {
    const homes = COMMAND_NAMES.filter((command) => isOptionOf(command, foreign.name));
    return wrongUse(
      `\`--${foreign.name}\` is not an option of \`${first}\`.`,
      `It belongs to ${homes.join(', ')}. See \`plumbline ${first} --help\`.`,
    );
  }
  if (first === 'explain') return explain(rest);
  if (first === 'init') return initInvocation(options, rest);
  if (first === 'fix') return fixInvocation(options, rest);
  if (first === 'diff') return diffInvocation(options, rest);
  if (first === 'import') return importInvocation(options, rest);
  if (first === 'review' || first === 'regenerate') return unattendedInvocation(first, options, rest);
  if (first === 'comment') return commentInvocation(rest);
  if (first === 'sql') return sqlInvocation(options, rest);
  const wrongOutput = wrongItem('only', options);
  if (wrongOutput !== null) return wrongOutput;
  if (first === 'watch') return watchInvocation(options, rest);
  return first === 'serve' ? serveInvocation(options, rest) : runInvocation(first, options, rest);
}

function explain(operands: readonly string[]): Invocation {
  const [code = null, surplus] = operands;
  return surplus === undefined
    ? { kind: 'explain', code }
    : wrongUse(`\`${surplus}\` is one operand too many.`, 'Name one code: `plumbline explain CODE`.');
}

function helpFor(name: string): Invocation {
  return isCommandName(name) ? { kind: 'help', command: name } : unknownCommand(name);
}

function unknownCommand(name: string): WrongUse {
  const meant = nearest(name, COMMAND_NAMES);
  return wrongUse(
    `\`${name}\` is not a command.`,
    meant === null ? `Commands: ${COMMAND_NAMES.join(', ')}.` : `Did you mean \`plumbline ${meant}\`?`,
  );
}
