import { EXIT } from './command-line/exit-codes.ts';
import type { Invocation } from './command-line/invocation.ts';
import { parseCommandLine } from './command-line/parse.ts';
import type { Host } from './host.ts';
import { errorCode, isOfMachine, systemErrorReason } from './system-error.ts';

/** Runs a command line. The answer is the exit code, or the signal that ended the run. What is thrown is a bug of ours. */
export async function main(args: readonly string[], host: Host): Promise<number | NodeJS.Signals> {
  const invocation: Invocation = parseCommandLine(args);
  switch (invocation.kind) {
    case 'help': {
      const { commandHelp, programHelp } = await import('./command-line/help.ts');
      const { coloursOf } = await import('./terminal/colours.ts');
      const colours = coloursOf(host.stdout, host.env);
      const { command } = invocation;
      host.stdout.write(command === null ? programHelp(colours) : commandHelp(command, colours));
      return EXIT.ok;
    }
    case 'version': {
      const { GENERATOR } = await import('./generator.ts');
      host.stdout.write(`${GENERATOR.version}\n`);
      return EXIT.ok;
    }
    case 'explain': {
      const { explain } = await import('./commands/explain.ts');
      return explain(invocation.code, host);
    }
    case 'run': {
      const { run } = await import('./commands/run.ts');
      return run(invocation, host);
    }
    case 'fix': {
      const { fix } = await import('./fix/fix.ts');
      return fix(invocation, host);
    }
    case 'diff': {
      const { diff } = await import('./diff/diff.ts');
      return diff(invocation, host);
    }
    case 'review': {
      const { review } = await import('./review/review.ts');
      return review(invocation, host);
    }
    case 'comment': {
      const { comment } = await import('./review/comment.ts');
      return comment(invocation, host);
    }
    case 'regenerate': {
      const { regenerate } = await import('./regenerate/regenerate.ts');
      return regenerate(invocation, host);
    }
    case 'init': {
      const { init } = await import('./init/init.ts');
      return init(invocation, host);
    }
    case 'import': {
      const { importFiles } = await import('./import/import-files.ts');
      return importFiles(invocation, host);
    }
    case 'serve': {
      const { serve } = await import('./commands/serve.ts');
      return serve(invocation, host);
    }
    case 'sql': {
      const { sql } = await import('./sql/sql.ts');
      return sql(invocation, host);
    }
    case 'watch': {
      const { watch } = await import('./watch/watch.ts');
      return watch(invocation, host);
    }
    case 'wrong-use': {
      const { printWrongUse } = await import('./commands/wrong-use.ts');
      printWrongUse(invocation, host);
      return EXIT.wrongUse;
    }
  }
}

/** Runs the process's own command line, and ends the process as the outcome says. */
export async function runProcess(): Promise<void> {
  let isUnread = false;
  let isBroken = false;
  process.stdout.on('error', (error) => {
    isUnread = true;
    // A reader that has seen enough, such as `head`, is no failure.
    if (errorCode(error) === 'EPIPE' || isBroken) return;
    isBroken = true;
    process.exitCode = EXIT.wrongUse;
    process.stderr.write(`plumbline: Standard output cannot be written: ${systemErrorReason(error)}.\n`);
  });
  // There is nowhere left to tell it.
  process.stderr.on('error', () => {});
  try {
    const { env, stdout, stderr } = process;
    const host = {
      cwd: process.cwd(),
      env,
      stdout,
      stderr,
      get isUnread() {
        return isUnread;
      },
      // Opened by who reads it alone.
      get stdin() {
        return process.stdin;
      },
    };
    const ending = await main(process.argv.slice(2), host);
    if (typeof ending === 'number') process.exitCode = isBroken ? EXIT.wrongUse : ending;
    else process.kill(process.pid, ending);
  } catch (error) {
    if (isOfMachine(error)) {
      process.stderr.write(`plumbline: The run was cut off: ${systemErrorReason(error)}.\n`);
      process.exitCode = EXIT.wrongUse;
      return;
    }
    process.stderr.write(bugText(error, process.env.PLUMBLINE_DEBUG));
    process.exitCode = EXIT.ourBug;
  }
}

function bugText(error: unknown, debug: string | undefined): string {
  const what =
    error instanceof Error ? (debug && error.stack) || `${error.name}: ${error.message}` : String(error);
  const more = debug ? '' : ' The stack is shown with PLUMBLINE_DEBUG=1.';
  return (
    `plumbline: this is a bug in Plumbline, not in your documents. Nothing was written.\n  ${what}\n` +
    `Please report it with the command and, if you can, the document.${more}\n`
  );
}
