import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { readArguments, USAGE } from './arguments.ts';
import { jsonReport } from './report/json.ts';
import { markdownReport } from './report/markdown.ts';
import { openProvider } from './run/provider-run.ts';
import { runMutants } from './run/run-mutants.ts';

const given = readArguments(process.argv.slice(2));
if ('help' in given) process.stdout.write(USAGE);
else if ('wrong' in given) {
  process.stderr.write(`${given.wrong}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { config, reporter, output, quiet, threshold, ...options } = given;
  try {
    const run = await runMutants(await openProvider(config, process.cwd()), {
      ...options,
      onVerdict({ fault, by, seconds }, done, of) {
        if (quiet) return;
        const who = by ?? 'SURVIVES';
        process.stderr.write(
          `${done}/${of} ${who.padEnd(8)} ${seconds.toFixed(1)} s  ${fault.operator}: ${fault.what}\n`,
        );
      },
    });
    const report = reporter === 'json' ? jsonReport(run) : markdownReport(run);
    if (output === null) process.stdout.write(report);
    else writeFileSync(output, report);
    const caught = run.verdicts.filter(({ by }) => by !== null).length;
    process.exitCode = caught >= run.verdicts.length * threshold ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
