import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A program for this Node.js: a script and its arguments. */
export interface Command {
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What a run cost. */
export interface Usage {
  /** From the start to the end of the process, so that starting Node.js counts too. */
  readonly seconds: number;
  /** On all cores, of all its processes: what a busy machine changes least. */
  readonly cpuSeconds: number;
  /** The peak of the process that held most, in megabytes of 2^20 bytes. */
  readonly megabytes: number;
}

export interface Measured extends Usage {
  readonly status: number | null;
  /** What it printed on both streams, to tell why it failed. */
  readonly output: string;
}

interface Surroundings {
  /** Whether Node.js's cache of compiled code is left to it. */
  readonly keepsCompiled?: boolean;
  /** Where the command may keep a cache of its own. */
  readonly cache?: string;
  /** Variables of its environment beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** It has no types, and is given as the text that it is: what strips types would take 20 MB of each process's memory. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  readFileSync(path.join(import.meta.dirname, 'report-usage.ts'), 'utf8'),
)}`;

/**
 * Runs a command to its end and measures it; what it used is what the kernel counted (`getrusage`).
 */
export function runMeasured(
  { script, args, cwd }: Command,
  { keepsCompiled = false, cache, env: more }: Surroundings = {},
): Measured {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-usage-'));
  const env = {
    ...process.env,
    ...more,
    NODE_OPTIONS: `--import=${REPORTER}`,
    BENCH_USAGE_FOLDER: folder,
    CI: '1',
    ...(cache === undefined ? {} : { XDG_CACHE_HOME: cache }),
    ...(keepsCompiled ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
  };
  try {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env,
    });
    const seconds = (performance.now() - started) / 1000;
    return { seconds, ...usageIn(folder), status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function usageIn(folder: string): Omit<Usage, 'seconds'> {
  const usages = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as NodeJS.ResourceUsage,
  );
  return {
    cpuSeconds:
      usages.reduce((sum, { userCPUTime, systemCPUTime }) => sum + userCPUTime + systemCPUTime, 0) / 1e6,
    megabytes: Math.max(0, ...usages.map(({ maxRSS }) => maxRSS)) / 1024,
  };
}
