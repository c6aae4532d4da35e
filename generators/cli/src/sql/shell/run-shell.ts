import { createInterface } from 'node:readline/promises';
import { tokensOf } from '@plumbline/sql';
import { EXIT } from '../../command-line/exit-codes.ts';
import { printable } from '../../report/printable.ts';
import { coloursOf } from '../../terminal/colours.ts';
import { runStatement, type Session } from '../session.ts';
import { statementsIn } from '../statements.ts';
import { runCommand } from './commands.ts';
import { complete } from './complete.ts';
import { appendHistory, historyFile, isForFile, oneLine, readHistory } from './history.ts';
import { lineQueue } from './line-queue.ts';
import { isYes } from './question.ts';

/** Reads statements from a terminal and runs them, until its user leaves. */
export async function runShell(
  given: Omit<Session, 'ask' | 'allow'>,
  stdin: NodeJS.ReadStream,
  server: string,
): Promise<number> {
  const { host, client, invocation, isMutation } = given;
  const { stderr } = host;
  const colours = coloursOf(stderr, host.env);
  const { provider, services } = client.catalogue;
  const name = printable(provider);
  const file = historyFile(host.env);
  const remembered = [...readHistory(file)];
  let buffer = '';
  let running: AbortController | null = null;

  const lines = createInterface({
    input: stdin,
    output: stderr as NodeJS.WriteStream,
    terminal: stderr.isTTY === true && host.env.TERM !== 'dumb',
    history: [...remembered],
    historySize: 1000,
    completer: async (line: string): Promise<[string[], string]> => {
      const [candidates, replaced] = await complete(
        `${buffer}${buffer === '' ? '' : '\n'}${line}`,
        client.catalogue,
      );
      return [[...candidates], replaced];
    },
  });
  const queue = lineQueue(lines);
  // Readline remembers lines; what is wanted again are statements.
  let history: string[] = [];
  lines.on('history', (list: string[]) => {
    history = list;
    history.splice(0, history.length, ...remembered);
  });
  lines.on('SIGINT', () => {
    if (running !== null && !queue.isAsking) {
      running.abort();
      return;
    }
    stderr.write('^C\n');
    if (queue.isAsking) {
      queue.interrupt();
      return;
    }
    buffer = '';
    // To the end of the line, then to its start: nothing of it is left.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    prompt();
  });
  lines.on('close', () => running?.abort());

  const prompt = (): void => {
    const open = tokensOf(buffer).findLast(({ kind }) => kind === 'unclosed')?.text ?? '-';
    const text = buffer === '' ? `${name}> ` : `${`${open}> `.padStart(name.length + 2)}`;
    lines.setPrompt(text);
    lines.prompt();
  };
  const session: Session = {
    ...given,
    allow: 'Leave the shell, and start it with `--write`.',
    async ask(question) {
      lines.setPrompt(`${question} (y/N) `);
      lines.prompt();
      const answer = await queue.ask();
      return answer !== null && isYes(answer);
    },
  };
  const run = async (text: string, { start, end }: { readonly start: number; readonly end: number }) => {
    running = new AbortController();
    try {
      await runStatement({ text, file: null }, { start, end }, session, running.signal);
    } finally {
      running = null;
    }
  };
  // As in other shells, a blank in front keeps one to oneself.
  const remember = (statement: string, isPrivate: boolean): void => {
    const line = oneLine(statement);
    if (line === null || line === '') return;
    const entry = `${line};`;
    const old = remembered.indexOf(entry);
    if (old !== -1) remembered.splice(old, 1);
    remembered.unshift(entry);
    history.splice(0, history.length, ...remembered);
    if (!isPrivate && isForFile(statement, isMutation)) appendHistory(file, entry);
  };

  const writing = invocation.yes
    ? 'Statements that change something are run as they come.'
    : 'What changes something is shown first, and asked for.';
  stderr.write(
    `${colours.bold(name)}, ${services.length} services, ${printable(server)}\n` +
      `${colours.dim(`Statements end with ; — Tab completes, .help tells more. ${invocation.write ? writing : 'Only reading is allowed (--write).'}`)}\n`,
  );
  for (;;) {
    prompt();
    const line = await queue.next();
    if (line === null) break;
    if (buffer === '' && /^\s*(?:\.|(?:help|quit|exit)\s*;?\s*$)/i.test(line)) {
      const outcome = runCommand(line.trim().replace(/^(?!\.)/, '.'), session);
      if (outcome.kind === 'quit') break;
      if (outcome.kind === 'run') await run(outcome.statement, { start: 0, end: outcome.statement.length });
      else if (outcome.text !== '') stderr.write(`${outcome.text.split('\n').map(printable).join('\n')}\n`);
      continue;
    }
    const text = buffer === '' ? line : `${buffer}\n${line}`;
    const statements = statementsIn(tokensOf(text));
    for (const statement of statements) {
      if (!statement.isClosed) continue;
      remember(text.slice(statement.start, statement.end), /^\s/.test(text));
      await run(text, statement);
    }
    const rest = statements.at(-1);
    buffer = rest === undefined || rest.isClosed ? '' : text.slice(rest.start);
  }
  lines.close();
  return EXIT.ok;
}
