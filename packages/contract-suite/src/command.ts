import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Environment, liveOptions } from './live/environment.ts';
import { type LiveReport, type LiveSubject, runLive } from './live/run-live.ts';
import { liveSummaryOf } from './live/summary.ts';

const HELP = `contract-suite [--report FOLDER] [--live [--rate N] [--value NAME=VALUE]…]

Runs the suites of the package in the working directory, as \`vitest run\` does.

  --report FOLDER     writes what they cover: coverage.json, summary.md and junit.xml
  --live              calls the real server instead, with the server variables and credentials of the environment
                      (of Okta OKTA_SUBDOMAIN and OKTA_API_TOKEN), and reports where it differs from the document.
                      It sends GET alone. With --report: live.json and live.md
  --rate N            live requests a second (default 2); it waits as the server says besides
  --value NAME=VALUE  for a parameter in a path of which no list gives one: --value clientId=0oa1gjh63g214q0Hq0g4
  --contract FILE     the module that exports \`contract\` (default src/generated/contract.ts)
  --help              prints this

Exit code 1 where a test fails or the server differs, 2 where it was called wrongly.
`;

const OPTIONS = {
  report: { type: 'string' },
  live: { type: 'boolean', default: false },
  rate: { type: 'string', default: '2' },
  value: { type: 'string', multiple: true, default: [] as string[] },
  contract: { type: 'string', default: 'src/generated/contract.ts' },
  help: { type: 'boolean', default: false },
} as const;

/** The command. Gives the exit code. */
export async function main(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = parsedOf(args);
  if ('refused' in parsed) return refuse(`${parsed.refused} See --help.`);
  const { report, live, rate, value, contract, help } = parsed.values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!existsSync(contract))
    return refuse(`There is no ${contract} here: run it in a package of contract tests.`);
  if (!live) return runSuites(report, contract);
  const perSecond = Number(rate);
  if (!(perSecond > 0)) return refuse(`--rate takes a number above 0, not "${rate}".`);
  const unnamed = value.find((each) => !/^[^=]+=/.test(each));
  if (unnamed !== undefined) return refuse(`--value takes NAME=VALUE, not "${unnamed}".`);
  const subject = await subjectOf(contract);
  const given = liveOptions(subject.provider, environment);
  if ('refused' in given) return refuse(`--live calls the real server, and ${given.refused}.`);
  const found = await runLive(subject, {
    options: given.options,
    rate: perSecond,
    values: Object.fromEntries(value.map((each) => each.split(/=(.*)/s, 2))),
    clock: { now: Date.now, sleep },
    onAnswer: (method, status) => process.stderr.write(`${status} ${method}\n`),
  });
  writeLive(found, report);
  return found.findings.length === 0 ? 0 : 1;
}

function parsedOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS });
  } catch (error) {
    // parseArgs tells what is wrong with the arguments by a TypeError.
    if (!(error instanceof TypeError)) throw error;
    return { refused: error.message };
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

async function runSuites(report: string | undefined, contract: string): Promise<number> {
  const { startVitest } = await import('vitest/node');
  const provider = path.join(path.dirname(contract), 'provider.json');
  const vitest = await startVitest('test', [], {
    watch: false,
    ...(report !== undefined && {
      reporters: ['default', ['@plumbline/contract-suite/reporter', { provider, folder: report }], 'junit'],
      outputFile: { junit: path.join(report, 'junit.xml') },
    }),
  });
  await vitest.close();
  return Number(process.exitCode ?? 0);
}

async function subjectOf(contract: string): Promise<LiveSubject> {
  const module: { readonly contract: LiveSubject } = await import(pathToFileURL(path.resolve(contract)).href);
  return module.contract;
}

function writeLive(found: LiveReport, report: string | undefined): void {
  const summary = liveSummaryOf(found);
  process.stdout.write(summary);
  if (report === undefined) return;
  mkdirSync(report, { recursive: true });
  writeFileSync(path.join(report, 'live.json'), `${JSON.stringify(found, null, 2)}\n`);
  writeFileSync(path.join(report, 'live.md'), summary);
}
