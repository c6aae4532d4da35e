import {
  type Diagnostic,
  type DraftDiagnostic,
  type InputFile,
  type JsonObject,
  type ProviderModel,
  settle,
} from '@plumbline/model';
import type { RunInvocation } from '../command-line/invocation.ts';
import { GENERATOR } from '../generator.ts';
import { expandInputs } from '../inputs/expand.ts';
import { readInputs } from '../inputs/read.ts';
import { type ReferencedFiles, referencedFiles } from '../inputs/referenced.ts';
import { fetchInputs } from '../inputs/remote.ts';
import type { Job, Target } from '../jobs/job.ts';
import { planTarget, type TargetPlan } from '../output/target-plan.ts';
import {
  type ProviderDocuments,
  type Reconciled,
  reconcileDocuments,
} from '../pipeline/reconcile-documents.ts';
import type { EmitStage, Stages } from '../pipeline/stages.ts';
import { countFound, type ProviderSummary } from '../report/report.ts';
import type { Progress } from '../terminal/progress.ts';
import { ignoreFindings } from './ignore-findings.ts';
import { reported } from './reported.ts';

/** What a provider's part of a run comes to, before anything is written. */
export interface ProviderRun {
  /** Kept for the command that prints it alone: models are big. */
  readonly model: ProviderModel | null;
  readonly plans: readonly TargetPlan[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: number;
  readonly summary: ProviderSummary;
}

/** Why there is nothing to go on with. */
export interface Stopped {
  readonly unreadable: readonly Diagnostic[];
}

export interface ProviderRunOptions {
  readonly invocation: RunInvocation;
  readonly cwd: string;
  readonly stages: Stages;
  readonly progress: Progress;
}

/** Reads, reconciles, emits and plans one provider. */
export async function runProvider(job: Job, options: ProviderRunOptions): Promise<ProviderRun | Stopped> {
  const { invocation, cwd, stages, progress } = options;
  progress.say(`${job.provider}: reading and reconciling`);
  const referenced = referencedFiles(cwd, job.allowRemote);
  const documents = await readDocuments(job, cwd, referenced.read);
  if ('unreadable' in documents) return documents;
  const emitters = await loadEmitters(job, options);
  const begin = (document: JsonObject) => {
    for (const { stage } of emitters) stage.begin?.(document);
  };
  const read = await stages.loadRead();
  let reconciled = reconcileDocuments(read, documents, begin);
  // What is fetched may refer to more.
  while (await referenced.fetch()) reconciled = reconcileDocuments(read, documents, begin);
  if (referenced.problems.length > 0) return { unreadable: reported(referenced.problems) };
  if ('unreadable' in reconciled) return reconciled;

  const emitted = await emitTargets(emitters, reconciled.model, job, options);
  if ('unreadable' in emitted) return emitted;
  const model = invocation.command === 'model' ? reconciled.model : null;
  const assessed = await assess(job, reconciled, emitted, invocation);
  return { ...assessed, model, plans: emitted.plans };
}

async function readDocuments(
  job: Job,
  cwd: string,
  referenced: ReferencedFiles['read'],
): Promise<ProviderDocuments | Stopped> {
  const remote = await fetchInputs(job.spec, job.allowRemote);
  const [spec, pages] = [await expandInputs(remote.others, cwd), await expandInputs(job.pages, cwd)];
  const specRead = readInputs(spec.files, { cwd, option: job.spec[0]?.option ?? '`--spec`' });
  const pagesRead = readInputs(pages.files, { cwd, option: job.pages[0]?.option ?? '`--pages`' });
  const overlays = await readOverlays(job, cwd);
  const yaml = await readProviderYamlFiles(job, cwd);
  const problems = [remote, spec, pages, specRead, pagesRead, overlays, yaml].flatMap(
    (read) => read.problems,
  );
  if (problems.length > 0) return { unreadable: reported(problems) };
  const specOptions = { referenced, overlays: overlays.files };
  const files = [...remote.files, ...specRead.files];
  return {
    settings: job.settings,
    spec: files,
    specOptions,
    pages: pagesRead.files,
    providerYaml: yaml.files,
  };
}

async function readProviderYamlFiles(
  { providerYaml, allowRemote }: Job,
  cwd: string,
): Promise<ReturnType<typeof readInputs>> {
  const remote = await fetchInputs(providerYaml, allowRemote);
  const expanded = await expandInputs(remote.others, cwd);
  const read = readInputs(expanded.files, { cwd, option: providerYaml[0]?.option ?? '`--provider-yaml`' });
  return {
    files: [...remote.files, ...read.files],
    problems: [...remote.problems, ...expanded.problems, ...read.problems],
  };
}

/** In the order of the config; those of one pattern by their names. */
async function readOverlays({ overlays }: Job, cwd: string): Promise<ReturnType<typeof readInputs>> {
  const files: InputFile[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const input of overlays) {
    const expanded = await expandInputs([input], cwd);
    const read = readInputs(expanded.files, { cwd, option: input.option });
    files.push(...read.files);
    problems.push(...expanded.problems, ...read.problems);
  }
  return { files, problems };
}

interface Emitted {
  readonly plans: readonly TargetPlan[];
  readonly drafts: readonly DraftDiagnostic[];
}

interface Emitter {
  readonly target: Target;
  readonly stage: EmitStage;
}

/** What emits the outputs that are asked for. */
function loadEmitters(
  { targets }: Job,
  { invocation: { command, only }, stages }: ProviderRunOptions,
): Promise<readonly Emitter[]> {
  const isEmitting = command === 'generate' || command === 'check';
  const wanted = isEmitting ? targets.filter(({ output }) => only.includes(output)) : [];
  return Promise.all(wanted.map(async (target) => ({ target, stage: await stages.loadEmit(target.output) })));
}

async function emitTargets(
  emitters: readonly Emitter[],
  model: ProviderModel,
  { provider }: Job,
  { cwd, progress }: ProviderRunOptions,
): Promise<Emitted | Stopped> {
  const plans: TargetPlan[] = [];
  const drafts: DraftDiagnostic[] = [];
  const problems: DraftDiagnostic[] = [];
  if (emitters.length > 0) progress.say(`${provider}: emitting`);
  // Side by side: one of them waits for another thread.
  const emissions = emitters.map(async ({ target, stage }) => {
    const emission = await stage.emit(model);
    return { ...emission, target, scaffold: await stage.scaffold(model) };
  });
  for (const { target, files, diagnostics, scaffold } of await Promise.all(emissions)) {
    drafts.push(...diagnostics);
    const generator = `${GENERATOR.name}@${GENERATOR.version}`;
    const plan = planTarget({ target, emitted: files, scaffold, generator, cwd });
    if ('problems' in plan) problems.push(...plan.problems);
    else plans.push(plan);
  }
  return problems.length > 0 ? { unreadable: reported(problems) } : { plans, drafts };
}

/** The settings apply to what the documents say; the state of the output folders cannot be silenced. */
async function assess(
  { provider, settings, targets, ignorePosition }: Job,
  { drafts, locate, ignores, counts }: Reconciled,
  emitted: Emitted,
  { command, dryRun }: RunInvocation,
): Promise<Pick<ProviderRun, 'diagnostics' | 'silenced' | 'summary'>> {
  const { severity, ignore } = settings;
  const ofDocuments = settle([...drafts, ...emitted.drafts], { locate, severity, ignore, comments: ignores });
  const ofIgnores = await ignoreFindings({
    unused: ofDocuments.unused,
    rules: ignore,
    positionOf: ignorePosition,
    isComplete: targets.length > 0 && emitted.plans.length === targets.length,
  });
  const ofFiles = reported(
    emitted.plans.flatMap(({ kept, outOfDate }) => (command === 'check' ? [...kept, ...outOfDate] : kept)),
  );
  const settledIgnores = settle(ofIgnores, { locate, severity, ignore: [] });
  const diagnostics = [...ofDocuments.diagnostics, ...settledIgnores.diagnostics, ...ofFiles];
  const silenced = ofDocuments.silenced + settledIgnores.silenced;
  return {
    diagnostics,
    silenced,
    summary: {
      provider,
      read: counts,
      found: { ...countFound(diagnostics), silenced },
      outputs: emitted.plans.map(({ target, written }) => ({ output: target.output, ...written })),
      dryRun,
    },
  };
}
