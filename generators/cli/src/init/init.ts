import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../command-line/exit-codes.ts';
import { type InitInvocation, type WrongUse, wrongUse } from '../command-line/invocation.ts';
import { holdRoots, writeFolders } from '../commands/output-folders.ts';
import type { Ending } from '../commands/run.ts';
import { stop } from '../commands/stop.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { displayPath } from '../display-path.ts';
import type { Host } from '../host.ts';
import { STAGES, type Stages } from '../pipeline/stages.ts';
import { printable } from '../report/printable.ts';
import { counted } from '../report/words.ts';
import { errorCode } from '../system-error.ts';
import { coloursOf } from '../terminal/colours.ts';
import { progressOn } from '../terminal/progress.ts';
import { closingText } from './closing-text.ts';
import { conflictsIn } from './conflicts.ts';
import { MAY_EXIST } from './files/workspace-files.ts';
import { type Gathered, gather } from './gather.ts';
import { generateOutputs } from './generate-outputs.ts';
import { type Prompter, terminalPrompter } from './prompter.ts';

export interface InitOptions {
  readonly stages?: Stages;
  readonly prompter?: Prompter | null;
}

/** What stops it is told as what stops a generation is. */
const AS = { command: 'generate' } as const;

/** Makes a workspace of a spec, and of pages where there are any: nothing that is there already is touched. */
export async function init(
  invocation: InitInvocation,
  host: Host,
  { stages = STAGES, prompter = prompterOf(invocation, host) }: InitOptions = {},
): Promise<Ending> {
  try {
    return await initWith(invocation, host, { stages, prompter });
  } finally {
    prompter?.close();
  }
}

function prompterOf({ yes }: InitInvocation, host: Host): Prompter | null {
  return yes ? null : terminalPrompter(host, coloursOf(host.stderr, host.env));
}

async function initWith(
  invocation: InitInvocation,
  host: Host,
  { stages, prompter }: Required<InitOptions>,
): Promise<Ending> {
  const folder = resolve(host.cwd, invocation.dir);
  if (!isFree(folder))
    return stop(wrongUse(`\`${invocation.dir}\` is no folder.`, 'Give another by `--dir`.'), AS, host);
  const asked = { prompter, complain: (problem: WrongUse) => printWrongUse(problem, host) };
  const gathered = await gather(invocation, { host, stages, asked, folder });
  if (gathered === 'left') return left(host);
  if ('kind' in gathered) return stop(gathered, AS, host);
  if ('unreadable' in gathered) return stop(gathered, AS, host);
  // What a killed run left behind is no conflict.
  const held = invocation.dryRun ? null : holdRoots([folder], host.cwd);
  if (held !== null && 'problems' in held) return stop({ unreadable: held.problems }, AS, host);
  try {
    return await writeWorkspace(gathered, invocation, { host, stages, prompter, folder });
  } finally {
    held?.release();
  }
}

async function writeWorkspace(
  gathered: Gathered,
  invocation: InitInvocation,
  {
    host,
    stages,
    prompter,
    folder,
  }: Required<InitOptions> & { readonly host: Host; readonly folder: string },
): Promise<Ending> {
  const conflicts = new Set(
    conflictsIn(
      folder,
      gathered.files.map(({ path }) => path),
    ),
  );
  const inTheWay = [...conflicts].filter((path) => !MAY_EXIST.has(path));
  const shown = displayPath(folder, host.cwd);
  if (inTheWay.length > 0) return stop(conflict(inTheWay, shown), AS, host);
  const files = gathered.files.filter(({ path }) => !conflicts.has(path));
  if (invocation.dryRun) {
    host.stderr.write(files.map(({ path }) => `would create ${printable(path)}\n`).join(''));
    host.stderr.write(`${counted(files.length, 'file')}, and what \`generate\` makes of them.\n`);
    return EXIT.ok;
  }
  if (prompter !== null) {
    const where = shown === '.' ? 'this folder' : `\`${printable(shown)}\``;
    const text = `Write ${counted(files.length, 'file')} into ${where}, and generate the rest?`;
    const said = await prompter.ask({ text, fallback: 'yes' });
    if (said === null || !/^y(?:es)?$/i.test(said)) return left(host);
  }
  const changes = files.map((file) => ({ ...file, exists: false }));
  const outcome = await writeFolders([{ root: folder, changes }], host.cwd);
  if (outcome !== 'written')
    return 'problems' in outcome ? stop({ unreadable: outcome.problems }, AS, host) : outcome.signal;

  const progress = progressOn(host, false);
  progress.say('Generating the client, the docs and the contract tests');
  const generated = await generateOutputs(gathered.plan, { host, folder, stages });
  progress.clear();
  const colours = coloursOf(host.stderr, host.env);
  host.stderr.write(closingText(gathered, { kept: [...conflicts], generated, folder: shown, colours }));
  return generated === null ? EXIT.findings : EXIT.ok;
}

/** Whether a folder is there, or can be made. */
function isFree(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}

function left(host: Host): number {
  host.stderr.write('Nothing was written.\n');
  return EXIT.wrongUse;
}

/** As many as a screen holds. */
const MOST_SHOWN = 20;

function conflict(paths: readonly string[], folder: string): WrongUse {
  const shown = paths.slice(0, MOST_SHOWN).map((path) => `\`${path}\``);
  const more = paths.length > MOST_SHOWN ? ` and ${paths.length - MOST_SHOWN} more` : '';
  return wrongUse(
    `${folder === '.' ? 'This folder' : `\`${folder}\``} already has ${shown.join(', ')}${more}, which \`init\` would write.`,
    'Nothing was written. Give an empty folder by `--dir`, or move them away.',
  );
}
