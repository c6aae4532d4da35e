import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serverOf } from '@plumbline/client-runtime';
import { tokensOf } from '@plumbline/sql';
import { EXIT } from '../command-line/exit-codes.ts';
import { type SqlInvocation, type SqlScript, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { printStop } from '../commands/present.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import type { Host } from '../host.ts';
import { readStandardInput } from '../import/read-standard-input.ts';
import { withoutMark } from '../inputs/read.ts';
import { textOnDisk } from '../inputs/text-on-disk.ts';
import { makeReport } from '../report/make-report.ts';
import { modelInvocation } from '../serve/load-provider.ts';
import { systemErrorReason } from '../system-error.ts';
import { nextSignal } from '../terminal/signals.ts';
import { clientSource, ServerProblem } from './client-source.ts';
import { loadClient } from './load-client.ts';
import { loadEngine } from './load-engine.ts';
import { runStatement, type Script, type Session } from './session.ts';
import { runShell } from './shell/run-shell.ts';
import { statementsIn } from './statements.ts';

/** Runs statements, those of a person at a terminal too. */
export async function sql(
  invocation: SqlInvocation,
  host: Host,
  { interrupted = nextSignal }: { readonly interrupted?: () => Promise<NodeJS.Signals> } = {},
): Promise<number | NodeJS.Signals> {
  const isShell = invocation.scripts.length === 0 && host.stdin?.isTTY === true;
  const scripts = isShell ? [] : await readScripts(invocation.scripts, host);
  if ('kind' in scripts) return refused(scripts, host);
  const engine = loadEngine();
  const client = await loadClient(invocation.client, host.cwd);
  if ('kind' in client) return refused(client, host);
  if ('unreadable' in client) {
    const { cwd } = host;
    const diagnostics = client.unreadable;
    const report = makeReport({
      command: 'model',
      diagnostics,
      silenced: 0,
      providers: [],
      textOf: textOnDisk(cwd),
    });
    await printStop(report, modelInvocation({ by: 'config', files: [], providers: [] }), host);
    return EXIT.wrongUse;
  }
  const { mode, values } = invocation;
  const { sqlFor, isMutation } = await engine;
  const source = clientSource(client, invocation);
  const session: Omit<Session, 'ask' | 'allow'> = {
    sql: sqlFor(source, client.catalogue),
    isMutation,
    client,
    host,
    invocation,
    settings: { mode, isTimed: true, values: new Map(values) },
  };
  if (isShell && host.stdin !== undefined) return runShell(session, host.stdin, serverText(source));
  const { terminalQuestion } = await import('./shell/question.ts');
  return runScripts(
    scripts,
    { ...session, ask: terminalQuestion(host), allow: 'Allow it by `--write`.' },
    interrupted(),
  );
}

/** Where requests go, or why they go nowhere yet. */
function serverText(source: ReturnType<typeof clientSource>): string {
  try {
    return serverOf(source({}));
  } catch (error) {
    if (error instanceof ServerProblem) return `no server yet. ${error.hint}`;
    throw error;
  }
}

/** Runs the statements of all scripts, up to the first that fails. */
async function runScripts(
  scripts: readonly Script[],
  session: Session,
  interrupted: Promise<NodeJS.Signals>,
): Promise<number | NodeJS.Signals> {
  const ending = new AbortController();
  let signal: NodeJS.Signals | null = null;
  interrupted.then((one) => {
    signal = one;
    ending.abort();
  });
  for (const script of scripts) {
    for (const statement of statementsIn(tokensOf(script.text))) {
      const isDone = await runStatement(script, statement, session, ending.signal);
      if (signal !== null) return signal;
      if (!isDone) return EXIT.findings;
      if (session.host.isUnread) return EXIT.ok;
    }
  }
  return EXIT.ok;
}

async function readScripts(scripts: readonly SqlScript[], host: Host): Promise<readonly Script[] | WrongUse> {
  const read: Script[] = [];
  for (const script of scripts.length === 0 ? [{ file: '-' }] : scripts) {
    if ('text' in script) {
      read.push({ text: script.text, file: null });
      continue;
    }
    const text = script.file === '-' ? await standardInput(host) : fromDisk(script.file, host.cwd);
    if (typeof text !== 'string') return text;
    read.push({ text, file: script.file === '-' ? null : script.file });
  }
  return read;
}

async function standardInput(host: Host): Promise<string | WrongUse> {
  const input = await readStandardInput(host);
  if (input === null) return wrongUse('No statement is given.', 'Give one by `-c`: `-c "SHOW SERVICES"`.');
  return 'text' in input ? input.text : wrongUse('Standard input is not UTF-8.', 'Convert it to UTF-8.');
}

function fromDisk(file: string, cwd: string): string | WrongUse {
  try {
    return withoutMark(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return wrongUse(`\`${file}\` cannot be read: ${reason}.`, 'Name a file of statements.');
  }
}

function refused(problem: WrongUse, host: Host): number {
  printWrongUse(problem, host);
  return EXIT.wrongUse;
}
