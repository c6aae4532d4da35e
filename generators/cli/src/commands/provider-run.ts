import { dirname } from 'node:path';
import {
  type Diagnostic,
  type DraftDiagnostic,
  type InputFile,
  type ProviderModel,
  settle,
} from '@plumbline/model';
import { applyBaseline, type Baseline, openBaseline } from '../baseline/use-baseline.ts';
import type { NewBaseline } from '../baseline/write-baselines.ts';
import type { RunInvocation } from '../command-line/invocation.ts';
import type { Output } from '../command-line/options.ts';
import { GENERATOR } from '../generator.ts';
import type { Host } from '../host.ts';
import { referencedFiles } from '../inputs/referenced.ts';
import type { Job, Target } from '../jobs/job.ts';
import { planTarget, type TargetPlan, type TargetPlanInput } from '../output/target-plan.ts';
import { examplesOf } from '../pipeline/examples-of.ts';
import {
  type Begun,
  type ProviderDocuments,
  type Reconciled,
  reconcileDocuments,
} from '../pipeline/reconcile-documents.ts';
import type { EmitContext, EmitStage, Stages } from '../pipeline/stages.ts';
import { countBaselined, countFound, type ProviderSummary } from '../report/report.ts';
import type { Progress } from '../terminal/progress.ts';
import { type Memory, openMemory, traceReads } from '../unchanged/memory.ts';
import type { Findings } from '../unchanged/record.ts';
import { ignoreFindings } from './ignore-findings.ts';
import type { Writing } from './output-folders.ts';
import { readDocuments, type Stopped } from './read-documents.ts';
import { reported } from './reported.ts';

/** What a provider's part of a run comes to, before anything is written. */
export interface ProviderRun {
  /** Kept for the command that prints it alone: models are big. */
  readonly model: ProviderModel | null;
  readonly plans: readonly TargetPlan[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  readonly summary: ProviderSummary;
  /** What is to become the baseline; null: nothing. */
  readonly baseline: NewBaseline | null;
  /** Keeps in mind what the run came to, once what is planned is written. */
  readonly remember: () => void;
}

export interface ProviderRunOptions {
  readonly invocation: RunInvocation;
  readonly host: Host;
  readonly stages: Stages;
  readonly progress: Progress;
  /** Plans an output for a run that writes; null: nothing is written. */
  readonly writing: Pick<Writing, 'prepare' | 'plan'> | null;
}

/** Reads, reconciles, emits and plans one provider. */
export async function runProvider(job: Job, options: ProviderRunOptions): Promise<ProviderRun | Stopped> {
  const { invocation, host, stages, progress, writing } = options;
  const { cwd } = host;
  progress.say(`${job.provider}: reading and reconciling`);
  const baseline = openBaseline(job, cwd);
  if ('problem' in baseline) return { unreadable: reported([baseline.problem]) };
  const referenced = referencedFiles(cwd, job.allowRemote);
  const traced = traceReads(referenced.read);
  const documents = await readDocuments(job, cwd, traced.read);
  if ('unreadable' in documents) return documents;
  const targets = targetsOf(job, invocation);
  const { identity } = stages;
  const memory = openMemory({ job, documents, targets, referenced: traced, identity, host });
  const recalled = memory?.recall() ?? null;
  if (recalled !== null) return concluded(job, recalled, invocation, baseline);

  // First: all that follows waits for them.
  const pagesRead = stages.beginPages(documents.pages, { provider: job.provider });
  const emitters = await loadEmitters(targets, stages);
  const begun: Begun = {
    pagesRead,
    onDocument(document) {
      for (const { stage } of emitters) stage.begin?.(document);
    },
  };
  const read = await stages.loadRead();
  let reconciled = await reconcileDocuments(read, documents, begun);
  // What is fetched may refer to more.
  while (await referenced.fetch()) reconciled = await reconcileDocuments(read, documents, begun);
  if (referenced.problems.length > 0) return { unreadable: reported(referenced.problems) };
  if ('unreadable' in reconciled) return reconciled;

  // While an output alone is written, there is nothing else to do.
  if (emitters.length > 1) writing?.prepare(charactersOf(documents));
  const emitted = await emitTargets(
    emitters,
    { model: reconciled.model, context: contextOf(job, reconciled, { cwd, ...documents }) },
    job,
    options,
  );
  // While the last files are being written.
  const findings = await assess(job, reconciled, emitted);
  const plans = await emitted.plans();
  if ('unreadable' in plans) return plans;
  const model = invocation.command === 'model' ? reconciled.model : null;
  const remember = rememberLater(memory, findings, plans);
  return { ...concluded(job, { ...findings, plans }, invocation, baseline), model, remember };
}

/** Made here: what it closes over is kept until all providers are done, and the documents need not be. */
function rememberLater(
  memory: Memory | null,
  findings: Findings,
  plans: readonly TargetPlan[],
): ProviderRun['remember'] {
  return () => memory?.remember(findings, plans);
}

function charactersOf({ spec, pages }: ProviderDocuments): number {
  return [...spec, ...pages].reduce((sum, { text }) => sum + text.length, 0);
}

interface Emitted {
  readonly drafts: readonly DraftDiagnostic[];
  readonly isComplete: boolean;
  /** Waits for them. */
  readonly plans: () => Promise<readonly TargetPlan[] | Stopped>;
}

interface Emitter {
  readonly target: Target;
  readonly stage: EmitStage;
}

/** The outputs that are asked for. */
function targetsOf({ targets }: Job, { command, only }: RunInvocation): readonly Target[] {
  const isEmitting = command === 'generate' || command === 'check';
  return isEmitting ? targets.filter(({ output }) => only.includes(output)) : [];
}

function loadEmitters(targets: readonly Target[], stages: Stages): Promise<readonly Emitter[]> {
  return Promise.all(
    targets.map(async (target) => ({ target, stage: await stages.loadEmit(target.output) })),
  );
}

interface PlannedOutput {
  readonly plan: ReturnType<typeof planOnly>;
  readonly diagnostics: readonly DraftDiagnostic[];
}

/** First what takes longest to write, while the others are emitted; last what waits for another thread. */
const TURNS: { readonly [O in Output]: number } = { docs: 0, 'contract-tests': 1, client: 2 };

function byTurn({ target: one }: Emitter, { target: other }: Emitter): number {
  return TURNS[one.output] - TURNS[other.output];
}

async function emitTargets(
  emitters: readonly Emitter[],
  { model, context }: { readonly model: ProviderModel; readonly context: EmitContext },
  { provider, targets }: Job,
  { invocation, host: { cwd }, progress, writing }: ProviderRunOptions,
): Promise<Emitted> {
  if (emitters.length > 0) progress.say(`${provider}: emitting`);
  const generator = `${GENERATOR.name}@${GENERATOR.version}`;
  const isCheck = invocation.command === 'check';
  const outputs = new Map<Emitter, PlannedOutput>();
  for (const emitter of emitters.toSorted(byTurn)) {
    const { target, stage } = emitter;
    const { files, regions = [], diagnostics } = await stage.emit(model, context);
    const scaffold = await stage.scaffold(model);
    const input = { target, emitted: files, regions, scaffold, generator, cwd, isCheck };
    const plan = writing === null ? planOnly(input) : writing.plan(input);
    // Whoever waits hears of a failure; until then nobody need be waiting.
    plan.catch(() => {});
    outputs.set(emitter, { plan, diagnostics });
  }
  const emitted = emitters.flatMap((emitter) => outputs.get(emitter) ?? []);
  return {
    drafts: emitted.flatMap(({ diagnostics }) => diagnostics),
    isComplete: targets.length > 0 && emitters.length === targets.length,
    async plans() {
      const planned = await Promise.all(emitted.map(({ plan }) => plan));
      const plans = planned.flatMap((plan) => ('problems' in plan ? [] : plan));
      if (plans.length === planned.length) return plans;
      return { unreadable: reported(planned.flatMap((plan) => ('problems' in plan ? plan.problems : []))) };
    },
  };
}

async function planOnly(
  input: TargetPlanInput,
): Promise<TargetPlan | { readonly problems: readonly DraftDiagnostic[] }> {
  const planned = planTarget(input);
  return 'problems' in planned ? planned : planned.plan;
}

/** What an emitter may ask besides the model. */
function contextOf(
  { settings: { severity, ignore }, config, editUrl }: Job,
  { model, drafts, locate, ignores }: Reconciled,
  { cwd, changelog }: { readonly cwd: string; readonly changelog: InputFile | null },
): EmitContext {
  return {
    findings: () => settle(drafts, { locate, severity, ignore, comments: ignores }).diagnostics,
    folders: { cwd, base: config === null ? cwd : dirname(config) },
    editUrl,
    changelog,
    examples: examplesOf(model),
  };
}

/** The settings apply to what the documents say. */
async function assess(
  { settings, positionOf }: Job,
  { drafts, locate, ignores, counts }: Reconciled,
  emitted: Emitted,
): Promise<Findings> {
  const { severity, ignore } = settings;
  const placed = await inConfig(drafts, positionOf);
  const ofDocuments = settle([...placed, ...emitted.drafts], { locate, severity, ignore, comments: ignores });
  const ofIgnores = await ignoreFindings({
    unused: ofDocuments.unused,
    rules: ignore,
    positionOf: positionOf && ((rule) => positionOf(['ignore', rule])),
    isComplete: emitted.isComplete,
  });
  const settledIgnores = settle(ofIgnores, { locate, severity, ignore: [] });
  return {
    diagnostics: [...ofDocuments.diagnostics, ...settledIgnores.diagnostics],
    silenced: ofDocuments.silenced + settledIgnores.silenced,
    counts,
  };
}

/** Findings about settings, at their places in the config: reconciling knows none. */
async function inConfig(
  drafts: readonly DraftDiagnostic[],
  positionOf: Job['positionOf'],
): Promise<readonly DraftDiagnostic[]> {
  const placed: DraftDiagnostic[] = [];
  for (const draft of drafts) {
    const { setting, name } = draft.subject;
    const isSetting = positionOf !== null && setting !== undefined && name !== undefined;
    placed.push(isSetting ? { ...draft, place: await positionOf([setting, name]) } : draft);
  }
  return placed;
}

/** The state of the output folders can neither be silenced nor be in a baseline. */
function concluded(
  job: Job,
  { plans, counts, ...ofDocuments }: Findings & { readonly plans: readonly TargetPlan[] },
  { command, dryRun, writeBaseline }: RunInvocation,
  baseline: Baseline,
): ProviderRun {
  const ofFiles = reported(
    plans.flatMap(({ kept, outOfDate }) => (command === 'check' ? [...kept, ...outOfDate] : kept)),
  );
  const { provider, settings, targets } = job;
  const isComplete = targets.length > 0 && plans.length === targets.length;
  const use = applyBaseline(ofDocuments.diagnostics, baseline, {
    settings,
    isComplete,
    isWritten: writeBaseline,
  });
  const diagnostics = [...use.diagnostics, ...ofFiles];
  const silenced = ofDocuments.silenced + use.silenced;
  return {
    model: null,
    plans,
    diagnostics,
    silenced,
    summary: {
      provider,
      read: counts,
      found: { ...countFound(diagnostics), silenced, baselined: countBaselined(diagnostics) },
      outputs: plans.map(({ target, written }) => ({ output: target.output, ...written })),
      dryRun,
    },
    baseline: use.entries === null ? null : { baseline, entries: use.entries },
    remember() {},
  };
}
