import { Readable } from 'node:stream';
import { parseCommandLine } from '../command-line/parse.ts';
import { type Ending, run } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { importFiles } from '../import/import-files.ts';
import { STAGES } from '../pipeline/stages.ts';

/** What a command came to, and said. */
export interface Said {
  readonly ending: Ending;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `import`, or a command that reads what it made. Without `stdin` somebody sits at a terminal. */
export async function importCommand(cwd: string, line: string, stdin?: string | Uint8Array): Promise<Said> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const host = {
    cwd,
    env: {},
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    ...(stdin === undefined
      ? {}
      : { stdin: Readable.from([Buffer.from(stdin)]) as unknown as NodeJS.ReadStream }),
  };
  const invocation = parseCommandLine(line.split(' '));
  const end = async (): Promise<Ending> => {
    if (invocation.kind === 'import') return importFiles(invocation, host);
    if (invocation.kind === 'run') return run(invocation, host, STAGES);
    if (invocation.kind !== 'wrong-use') throw new Error(line);
    printWrongUse(invocation, host);
    return 2;
  };
  return { ending: await end(), stdout: stdout.join(''), stderr: stderr.join('') };
}
