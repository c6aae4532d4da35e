import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Catalogue } from '@plumbline/client-runtime';
import { nearest } from '../../command-line/nearest.ts';
import { ON_FAILURE, optionSpec, ROW_MODES } from '../../command-line/options.ts';
import { withoutMark } from '../../inputs/read.ts';
import { systemErrorReason } from '../../system-error.ts';
import type { Script, Session, Settings } from '../session.ts';
import { type CommandHelp, shellHelp } from './help.ts';

/** What a command of the shell comes to. */
export type CommandOutcome =
  | { readonly kind: 'say'; readonly text: string }
  /** Statements to run in its place. */
  | { readonly kind: 'run'; readonly script: Script }
  | { readonly kind: 'quit' };

export type CommandSession = Pick<Session, 'client' | 'settings' | 'server' | 'host'>;

export interface ShellCommand extends CommandHelp {
  /** What the operand may be. */
  readonly choices?: (catalogue: Catalogue) => readonly string[];
  readonly run: (operand: string, session: CommandSession) => CommandOutcome;
}

const say = (text: string): CommandOutcome => ({ kind: 'say', text });
const typed = (text: string): CommandOutcome => ({ kind: 'run', script: { text, file: null } });

const RESOURCES: ShellCommand = {
  operand: '[SERVICE]',
  choices: ({ services }) => services.map(({ name }) => name),
  help: 'List the resources, of one service or of all',
  run(service, { client: { catalogue } }) {
    // `okta.users` is `users`.
    const home = service.toLowerCase().split('.').at(-1) ?? '';
    const services = catalogue.services.filter(({ name }) => home === '' || name.toLowerCase() === home);
    if (services.length === 0) return say(`There is no service ${service}; .services lists them.`);
    return say(
      services
        .flatMap(({ name, resources }) => resources.map((one) => `${catalogue.provider}.${name}.${one}`))
        .join('\n'),
    );
  },
};

const QUIT: ShellCommand = { help: 'Leave; Ctrl-D does too', run: () => ({ kind: 'quit' }) };

const SCHEMA: ShellCommand = {
  operand: 'RESOURCE',
  help: 'List the columns of a resource, and the parameters that it takes',
  run: (name) =>
    name === ''
      ? say('Name a resource: .schema SERVICE.RESOURCE; .resources lists them.')
      : typed(`DESCRIBE EXTENDED ${name}`),
};

/** The commands of the shell, which are no SQL. */
export const COMMANDS: { readonly [name: string]: ShellCommand | undefined } = {
  '.help': {
    help: 'Show this',
    run: (_, { client, host }) => say(shellHelp(client.catalogue, COMMANDS, host.stderr.columns ?? 80)),
  },
  '.services': { help: 'List the services', run: () => typed('SHOW SERVICES') },
  '.resources': RESOURCES,
  '.tables': { ...RESOURCES, help: null },
  '.schema': SCHEMA,
  '.describe': { ...SCHEMA, help: null },
  '.mode': {
    operand: '[MODE]',
    choices: () => ROW_MODES,
    help: `Print rows as ${ROW_MODES.slice(0, -1).join(', ')} or ${ROW_MODES.at(-1)}`,
    run: (operand, { settings }) =>
      chosen(operand, ROW_MODES, {
        now: `Rows are printed as ${settings.mode}; there are ${ROW_MODES.join(', ')}.`,
        set: (mode) => {
          settings.mode = mode;
        },
      }),
  },
  '.timer': {
    operand: 'on|off',
    choices: () => ['on', 'off'],
    help: 'Tell how long statements take, or not',
    run: (operand, { settings }) =>
      chosen(operand, ['on', 'off'], {
        now: `The timer is ${settings.isTimed ? 'on' : 'off'}.`,
        set: (state) => {
          settings.isTimed = state === 'on';
        },
      }),
  },
  '.set': {
    operand: '[NAME=VALUE]',
    choices: ({ variables }) => variables.map(({ name }) => `${name}=`),
    help: 'Set a server variable, or the value of a template; or list what is set',
    run: setValue,
  },
  '.read': {
    operand: 'FILE',
    help: 'Run the statements of a file',
    run: readScript,
  },
  '.on-failure': {
    operand: 'stop|continue',
    choices: () => ON_FAILURE,
    help: 'Whether a change of many rows goes on behind a call that fails',
    run: (operand, { settings }) =>
      chosen(operand, ON_FAILURE, {
        now:
          settings.onFailure === 'stop'
            ? 'A change stops at the first call that fails.'
            : 'A change goes on behind a call that fails.',
        set: (what) => {
          settings.onFailure = what;
        },
      }),
  },
  '.max-requests': bound('max-requests', 'maxRequests'),
  '.max-steps': bound('max-steps', 'maxSteps'),
  '.concurrency': bound('concurrency', 'concurrency'),
  '.timeout': bound('timeout', 'timeout'),
  '.quit': QUIT,
  '.exit': { ...QUIT, help: null },
};

/** Whether a line is no SQL: it begins with a dot, or is one of the words that everybody tries. */
export function isCommand(line: string): boolean {
  return /^\s*\./.test(line) || ['help', 'quit', 'exit'].includes(withoutEnd(line.trim()).toLowerCase());
}

/** Runs a line that begins with a dot. */
export function runCommand(line: string, session: CommandSession): CommandOutcome {
  const [name = '', ...operands] = withoutEnd(line.trim()).split(/(?=\s)/);
  const operand = operands.join('').trim();
  const meant = name.toLowerCase();
  const command = Object.hasOwn(COMMANDS, meant) ? COMMANDS[meant] : undefined;
  if (command !== undefined) return command.run(operand, session);
  const near = nearest(
    meant.slice(1),
    Object.keys(COMMANDS).map((one) => one.slice(1)),
  );
  return say(
    near === null
      ? `There is no ${meant}; .help lists what there is.`
      : `There is no ${meant}. Did you mean .${near}?`,
  );
}

/** A line without the semicolons behind it, which a command does not need. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && /[\s;]/.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** Takes one of some words; none: tells which it is now. */
function chosen<Word extends string>(
  operand: string,
  words: readonly Word[],
  { now, set }: { readonly now: string; readonly set: (word: Word) => void },
): CommandOutcome {
  if (operand === '') return say(now);
  const word = words.find((one) => one === operand.toLowerCase());
  if (word === undefined) return say(`${operand} is none of ${words.join(', ')}.`);
  set(word);
  return say('');
}

function bound(
  option: 'max-requests' | 'max-steps' | 'concurrency' | 'timeout',
  key: 'maxRequests' | 'maxSteps' | 'concurrency' | 'timeout',
): ShellCommand {
  const { help, value, most = Number.MAX_SAFE_INTEGER } = optionSpec(option);
  return {
    operand: `[${value}]`,
    help,
    run(operand, { settings }: { readonly settings: Settings }) {
      const number = Number(operand.replaceAll(/[_,]/g, ''));
      const unit = value === 'N' ? '' : ` ${value?.toLowerCase()}`;
      if (operand === '') return say(`${settings[key].toLocaleString('en')}${unit} at most.`);
      if (!Number.isSafeInteger(number) || number < 1 || number > most)
        return say(`Write a whole number from 1 to ${most}.`);
      settings[key] = number;
      return say('');
    },
  };
}

function setValue(operand: string, { settings: { values }, client, server }: CommandSession): CommandOutcome {
  const at = operand.indexOf('=');
  if (operand === '')
    return say([...values].map(([name, value]) => `${name}=${value}`).join('\n') || 'Nothing is set.');
  if (at < 1) return say('Write .set NAME=VALUE.');
  const name = operand.slice(0, at).trim();
  values.set(name, operand.slice(at + 1).trim());
  if (!client.catalogue.variables.some((variable) => variable.name === name)) return say('');
  const state = server();
  return say('url' in state ? `Requests go to ${state.url}.` : state.hint);
}

function readScript(file: string, { host }: CommandSession): CommandOutcome {
  if (file === '') return say('Name a file: .read FILE.');
  try {
    const text = withoutMark(readFileSync(resolve(host.cwd, file), 'utf8'));
    return { kind: 'run', script: { text, file } };
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return say(`${file} cannot be read: ${reason}.`);
  }
}
