import { tokensOf } from '@plumbline/sql';
import { EXIT } from '../../command-line/exit-codes.ts';
import { printable } from '../../report/printable.ts';
import { runStatement } from '../run-statement.ts';
import type { Script, Session } from '../session.ts';
import { type StatementText, statementsIn } from '../statements.ts';
import { isCommand, runCommand } from './commands.ts';
import { complete } from './complete.ts';
import { isYes } from './question.ts';
import { type ShellHistory, shellHistory } from './shell-history.ts';
import { typedLines } from './typed-lines.ts';
import { welcomeText } from './welcome.ts';

/** So long a text is not read for its prompt to say what is open in it. */
const LONG = 20_000;

/** Reads statements from a terminal and runs them, until its user leaves. */
export async function runShell(
  given: Omit<Session, 'ask' | 'allow' | 'optionName'>,
  stdin: NodeJS.ReadStream,
): Promise<number> {
  const { host, client, isMutation } = given;
  const { stderr } = host;
  const name = printable(client.catalogue.provider);
  let buffer = '';
  let running: AbortController | null = null;

  const history: ShellHistory = shellHistory(host.env, isMutation);
  const lines = typedLines(stdin, host, {
    history: [...history.entries],
    completer: async (line) => {
      const typed = `${buffer}${buffer === '' ? '' : '\n'}${line}`;
      const [candidates, replaced] = await complete(typed, client.catalogue);
      return [[...candidates], replaced];
    },
  });
  history.keepIn(lines.readline);
  lines.readline.on('SIGINT', () => {
    if (running !== null && !lines.isAsking) {
      running.abort();
      lines.drop();
      return;
    }
    stderr.write('^C\n');
    if (lines.isAsking) {
      lines.interrupt();
      return;
    }
    if (buffer === '' && lines.readline.line === '') stderr.write('Ctrl-D or .quit leaves.\n');
    buffer = '';
    lines.restart(prompt());
  });
  lines.readline.on('close', () => running?.abort());

  const prompt = (): string => {
    if (buffer === '') return `${name}> `;
    if (buffer.length > LONG) return '-> '.padStart(name.length + 2);
    const open = tokensOf(buffer).findLast(({ kind }) => kind === 'unclosed')?.text ?? '-';
    return `${open}> `.padStart(name.length + 2);
  };
  const session: Session = {
    ...given,
    allow: 'Leave the shell, and start it with `--write`.',
    optionName: (option) => `.${option}`,
    async ask(question) {
      const answer = await lines.ask(`${question} (y/N) `);
      return answer !== null && isYes(answer);
    },
  };
  /** Runs one after another; tells whether none was cancelled. */
  const run = async (
    script: Script,
    statements: readonly StatementText[],
    mayGoOn: (isDone: boolean) => boolean = () => true,
  ): Promise<boolean> => {
    for (const statement of statements) {
      running = new AbortController();
      const { signal } = running;
      try {
        const isDone = await runStatement(script, statement, session, signal);
        if (signal.aborted) return false;
        if (!mayGoOn(isDone)) return true;
      } finally {
        running = null;
      }
    }
    return true;
  };
  const command = async (line: string): Promise<'quit' | null> => {
    history.addCommand(line);
    const outcome = runCommand(line, session);
    if (outcome.kind === 'quit') return 'quit';
    if (outcome.kind === 'run') {
      const { script } = outcome;
      const stops = script.file !== null && session.settings.onFailure === 'stop';
      await run(script, statementsIn(tokensOf(script.text)), (isDone) => isDone || !stops);
    } else if (outcome.text !== '') stderr.write(`${outcome.text.split('\n').map(printable).join('\n')}\n`);
    return null;
  };

  stderr.write(welcomeText(session));
  for (;;) {
    const line = await lines.next(prompt());
    if (line === null) {
      stderr.write('\n');
      break;
    }
    if (buffer === '' && isCommand(line)) {
      if ((await command(line.trim().replace(/^(?!\.)/, '.'))) === 'quit') break;
      continue;
    }
    const text = buffer === '' ? line : `${buffer}\n${line}`;
    // Without one no statement ends: what is pasted is not read anew for each of its lines.
    if (buffer !== '' && line.trim() !== '' && !line.includes(';')) {
      buffer = text;
      continue;
    }
    const statements = statementsIn(tokensOf(text));
    const closed = statements.filter(({ isClosed }) => isClosed);
    for (const { start, end } of closed) history.addStatement(text.slice(start, end), /^\s/.test(text));
    const isWhole = await run({ text, file: null }, closed);
    const rest = statements.at(-1);
    buffer = !isWhole || rest === undefined || rest.isClosed ? '' : text.slice(rest.start);
    if (buffer !== '' && line.trim() === '')
      stderr.write('A statement ends with a semicolon; Ctrl-C drops it.\n');
  }
  lines.readline.close();
  return EXIT.ok;
}
