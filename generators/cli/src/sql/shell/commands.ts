import type { Catalogue } from '@plumbline/client-runtime';
import { ROW_MODES } from '../../command-line/options.ts';
import type { Session } from '../session.ts';

/** What a command of the shell comes to. */
export type CommandOutcome =
  | { readonly kind: 'say'; readonly text: string }
  /** A statement to run in its place. */
  | { readonly kind: 'run'; readonly statement: string }
  | { readonly kind: 'quit' };

interface Command {
  readonly operand?: string;
  readonly choices?: readonly string[];
  readonly help: string;
  readonly run: (operand: string, session: Pick<Session, 'client' | 'settings'>) => CommandOutcome;
}

const say = (text: string): CommandOutcome => ({ kind: 'say', text });

/** The commands of the shell, which are no SQL. */
export const COMMANDS: { readonly [name: string]: Command | undefined } = {
  '.help': { help: 'Show this', run: (_, { client }) => say(help(client.catalogue)) },
  '.services': { help: 'List the services', run: () => ({ kind: 'run', statement: 'SHOW SERVICES' }) },
  '.resources': {
    operand: '[SERVICE]',
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
  },
  '.mode': {
    operand: 'MODE',
    choices: ROW_MODES,
    help: `Print rows as ${ROW_MODES.slice(0, -1).join(', ')} or ${ROW_MODES.at(-1)}`,
    run(operand, { settings }) {
      if (operand === '') return say(`Rows are printed as ${settings.mode}.`);
      const mode = ROW_MODES.find((one) => one === operand.toLowerCase());
      if (mode === undefined) return say(`There are ${ROW_MODES.join(', ')}.`);
      settings.mode = mode;
      return say('');
    },
  },
  '.timer': {
    operand: 'on|off',
    choices: ['on', 'off'],
    help: 'Tell how long statements take, or not',
    run(operand, { settings }) {
      if (operand !== 'on' && operand !== 'off')
        return say(`The timer is ${settings.isTimed ? 'on' : 'off'}.`);
      settings.isTimed = operand === 'on';
      return say('');
    },
  },
  '.set': {
    operand: '[NAME=VALUE]',
    help: 'Say what a template {{ NAME }} stands for, or list what is said',
    run(operand, { settings: { values } }) {
      const at = operand.indexOf('=');
      if (at > 0) values.set(operand.slice(0, at).trim(), operand.slice(at + 1).trim());
      else if (operand === '') return say([...values].map(([name, value]) => `${name}=${value}`).join('\n'));
      else return say('Write .set NAME=VALUE.');
      return say('');
    },
  },
  '.quit': { help: 'Leave; Ctrl-D does too', run: () => ({ kind: 'quit' }) },
};

/** Runs a line that begins with a dot; null: there is no such command. */
export function runCommand(line: string, session: Pick<Session, 'client' | 'settings'>): CommandOutcome {
  const [, name = '', operand = ''] = /^(\S+)\s*(.*?)[\s;]*$/s.exec(line.trim()) ?? [];
  const meant = name === '.exit' ? '.quit' : name.toLowerCase().replace(/;$/, '');
  const command = Object.hasOwn(COMMANDS, meant) ? COMMANDS[meant] : undefined;
  return command?.run(operand, session) ?? say(`There is no ${meant}; .help lists what there is.`);
}

function help({ provider, services }: Catalogue): string {
  // A service of several resources shows most.
  const service = services.find(({ resources }) => resources.length > 1) ?? services[0];
  const home = `${provider}.${service?.name ?? 'service'}`;
  const id = `${home}.${service?.resources.at(-1) ?? 'resource'}`;
  const examples = [
    ['SHOW SERVICES;', 'what there is'],
    [`SHOW RESOURCES IN ${home};`, ''],
    [`SHOW METHODS IN ${id};`, ''],
    [`DESCRIBE ${id};`, 'its columns; EXTENDED: its parameters too'],
    [`SELECT * FROM ${id} LIMIT 5;`, ''],
    ['EXPLAIN SELECT …;', 'the requests that it would send'],
  ];
  const rows = Object.entries(COMMANDS).map(([name, command]) => [
    [name, command?.operand].filter(Boolean).join(' '),
    command?.help ?? '',
  ]);
  return [
    'Statements end with a semicolon, and may have several lines.',
    '',
    ...aligned(examples),
    '',
    ...aligned(rows),
    '',
    'Tab completes. Ctrl-C cancels a statement, or what is typed.',
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}
