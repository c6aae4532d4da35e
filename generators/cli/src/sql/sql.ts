import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serverOf } from '@plumbline/client-runtime';
import { tokensOf } from '@plumbline/sql';
import { EXIT } from '../command-line/exit-codes.ts';
import { type SqlInvocation, type SqlScript, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { stop } from '../commands/stop.ts';
import type { Host } from '../host.ts';
import { readStandardInput } from '../import/read-standard-input.ts';
import { withoutMark } from '../inputs/read.ts';
import { systemErrorReason } from '../system-error.ts';
import { nextSignal } from '../terminal/signals.ts';
import { clientSource, ServerProblem } from './client-source.ts';
import { loadClient } from './load-client.ts';
import { loadEngine } from './load-engine.ts';
import { runStatement } from './run-statement.ts';
import type { Script, ServerState, Session, Settings } from './session.ts';
import { runShell } from './shell/run-shell.ts';
import { statementsIn } from './statements.ts';
import { watchTraffic } from './traffic.ts';

/** Runs statements, those of a person at a terminal too. */
export async function sql(
  invocation: SqlInvocation,
  host: Host,
  { interrupted = nextSignal }: { readonly interrupted?: () => Promise<NodeJS.Signals> } = {},
): Promise<number | NodeJS.Signals> {
  const isShell = invocation.scripts.length === 0 && host.stdin?.isTTY === true;
  const scripts = isShell ? [] : await readScripts(invocation.scripts, host);
  if ('kind' in scripts) return stop(scripts, { command: 'model' }, host);
  const engine = loadEngine();
  const client = await loadClient(invocation.client, host.cwd);
  if ('kind' in client || 'unreadable' in client) return stop(client, { command: 'model' }, host);
  const { mode, baseUrl, onFailure, maxRequests, maxSteps, concurrency, timeout } = invocation;
  const { sqlFor, isMutation } = await engine;
  const values = new Map(invocation.values);
  const settings: Settings = {
    mode,
    isTimed: true,
    onFailure,
    maxRequests,
    maxSteps,
    concurrency,
    timeout,
    values,
  };
  const traffic = watchTraffic();
  const options = () => ({ ...traffic.options, totalTimeout: settings.timeout * 1000 });
  const source = clientSource(client, { baseUrl, values, isShell, options });
  const session: Omit<Session, 'ask' | 'allow' | 'optionName'> = {
    sql: sqlFor(source, client.catalogue),
    isMutation,
    client,
    traffic,
    server: () => serverState(source),
    host,
    invocation,
    settings,
  };
  if (isShell && host.stdin !== undefined) return runShell(session, host.stdin);
  const { terminalQuestion } = await import('./shell/question.ts');
  const ask = terminalQuestion(host);
  const allow = 'Allow it by `--write`.';
  return runScripts(scripts, { ...session, ask, allow, optionName: (name) => `--${name}` }, interrupted());
}

function serverState(source: ReturnType<typeof clientSource>): ServerState {
  try {
    return { url: serverOf(source({})) };
  } catch (error) {
    if (error instanceof ServerProblem) return { hint: error.hint };
    throw error;
  }
}

/** Runs the statements of all scripts, up to the first that fails, unless told to go on. */
async function runScripts(
  scripts: readonly Script[],
  session: Session,
  interrupted: Promise<NodeJS.Signals>,
): Promise<number | NodeJS.Signals> {
  const stopping = new AbortController();
  let signal: NodeJS.Signals | null = null;
  let ending: number = EXIT.ok;
  interrupted.then((one) => {
    signal = one;
    stopping.abort();
  });
  for (const script of scripts) {
    for (const statement of statementsIn(tokensOf(script.text))) {
      const isDone = await runStatement(script, statement, session, stopping.signal);
      if (signal !== null) return signal;
      if (!isDone) ending = EXIT.findings;
      if (!isDone && session.settings.onFailure === 'stop') return ending;
      if (session.host.isUnread) return ending;
    }
  }
  return ending;
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
