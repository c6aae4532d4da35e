import type { Fault, Side } from '../fault.ts';
import { drawFaults } from '../sample.ts';
import { checkTypes, runSuites } from './catchers.ts';
import { programOf } from './equivalence.ts';
import { clientFiles, filesOf, judge, type Verdict, type Zero } from './mutant.ts';
import { nearTests } from './near-tests.ts';
import type { Generated, OpenProvider } from './provider-run.ts';
import { faultsOf } from './sources.ts';
import { createWorkspace, runtimeFiles, type Workspace } from './workspace.ts';

export interface MutationOptions {
  readonly seed: string;
  readonly count: number;
  readonly sides: readonly Side[];
  /** How many mutants are tried at once. */
  readonly jobs: number;
  /** Whether a few tests alone show that the provider as it is passes; else all of them do. */
  readonly trusting?: boolean;
  /** Hears of each fault when it is judged. */
  readonly onVerdict: (verdict: Verdict, done: number, of: number) => void;
}

/** What a run comes to. */
export interface MutationRun {
  readonly provider: string;
  readonly seed: string;
  /** All places where a fault could have been put in. */
  readonly places: number;
  /** In the order in which they were drawn. */
  readonly verdicts: readonly Verdict[];
  /** Those that nobody could notice, which were drawn on the way. */
  readonly equivalents: readonly Equivalent[];
  /** Tests of the suites, on the provider as it is. */
  readonly tests: number;
  readonly seconds: number;
}

export interface Equivalent {
  readonly fault: Fault;
  readonly why: string;
}

/**
 * Draws so many faults, puts each in alone, and tells who noticed it. Throws an Error with a sentence where the provider
 * as it is does not pass: nothing could be told from a fault then.
 */
export async function runMutants(open: OpenProvider, options: MutationOptions): Promise<MutationRun> {
  const started = performance.now();
  const generated = await open.generate(new Map());
  if ('unreadable' in generated)
    throw new Error(generated.unreadable.map(({ message }) => message).join('\n'));
  const zero = zeroOf(open, generated);
  const lanes = await Promise.all(
    Array.from({ length: options.jobs }, () => createWorkspace(generated.model.settings.package)),
  );
  try {
    const [first] = lanes;
    if (first === undefined) throw new Error('No mutant is tried at all.');
    const tests = await checkZero(zero, first, options.trusting === true);
    const faults = faultsOf(open, generated, zero.runtime, options.sides);
    const { real, equivalents } = await chooseFaults(
      drawFaults(faults, options.seed),
      options.count,
      zero,
      first,
    );
    const verdicts = await inLanes(real, lanes, zero, options.onVerdict);
    return {
      provider: open.provider,
      seed: options.seed,
      places: faults.length,
      verdicts,
      equivalents,
      tests,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    for (const lane of lanes) lane.remove();
  }
}

function zeroOf(open: OpenProvider, generated: Generated): Zero {
  return { open, generated, runtime: runtimeFiles(), provider: JSON.stringify(generated.provider) };
}

async function checkZero(zero: Zero, workspace: Workspace, isTrusting: boolean): Promise<number> {
  workspace.hold(filesOf(zero));
  const error = await checkTypes(workspace);
  if (error !== null) throw new Error(`Without any fault, the types are wrong: ${error}`);
  const { provider, generated } = zero;
  let tests = 0;
  for (const near of [nearTests(generated.model, []), ...(isTrusting ? [] : [null])]) {
    const { told, passed } = await runSuites(workspace, { provider, fault: null, near });
    if (told !== null) throw new Error(`Without any fault, a suite fails: ${told}`);
    if (passed === 0) throw new Error('The suites have no tests.');
    tests = passed;
  }
  return tests;
}

async function chooseFaults(
  drawn: readonly Fault[],
  count: number,
  zero: Zero,
  workspace: Workspace,
): Promise<{ readonly real: readonly Fault[]; readonly equivalents: readonly Equivalent[] }> {
  workspace.hold(filesOf(zero));
  const program = await programOf(workspace);
  const real: Fault[] = [];
  const equivalents: Equivalent[] = [];
  for (const fault of drawn) {
    if (real.length >= count) break;
    const why = fault.equivalent ?? (await sameProgram(fault, program, zero, workspace));
    if (why === null) real.push(fault);
    else equivalents.push({ fault, why });
  }
  return { real, equivalents };
}

async function sameProgram(
  { change }: Fault,
  program: string | null,
  zero: Zero,
  workspace: Workspace,
): Promise<string | null> {
  if (change.in !== 'client') return null;
  workspace.hold(clientFiles(change, zero));
  const other = await programOf(workspace);
  return other !== null && other === program
    ? 'The bundled client is the same with it and without: no method of this provider needs that code.'
    : null;
}

async function inLanes(
  faults: readonly Fault[],
  lanes: readonly Workspace[],
  zero: Zero,
  onVerdict: MutationOptions['onVerdict'],
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const queue = [...faults.entries()];
  let done = 0;
  await Promise.all(
    lanes.map(async (workspace) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [place, fault] = next;
        const verdict = await judge(fault, zero, workspace);
        verdicts[place] = verdict;
        done += 1;
        onVerdict(verdict, done, faults.length);
      }
    }),
  );
  return verdicts;
}
