import {
  type Diagnostic,
  type DraftDiagnostic,
  type InputFile,
  type ProviderModel,
  settle,
} from '@plumbline/model';
import type { RunInvocation } from '../command-line/invocation.ts';
import { GENERATOR } from '../generator.ts';
import { expandInputs } from '../inputs/expand.ts';
import { readInputs } from '../inputs/read.ts';
import { type ReferencedFiles, referencedFiles } from '../inputs/referenced.ts';
import { fetchInputs } from '../inputs/remote.ts';
import type { Job } from '../jobs/job.ts';
import { planTarget, type TargetPlan } from '../output/target-plan.ts';
import {
  type ProviderDocuments,
  type Reconciled,
  reconcileDocuments,
} from '../pipeline/reconcile-documents.ts';
import type { Stages } from '../pipeline/stages.ts';
import { countFound, type ProviderSummary } from '../report/report.ts';
import type { Progress } from '../terminal/progress.ts';
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
  const read = await stages.loadRead();
  let reconciled = reconcileDocuments(read, documents);
  // What is fetched may refer to more.
  while (await referenced.fetch()) reconciled = reconcileDocuments(read, documents);
  if (referenced.problems.length > 0) return { unreadable: reported(referenced.problems) };
  if ('unreadable' in reconciled) return reconciled;

  const emitted = await emitTargets(job, reconciled.model, options);
  if ('unreadable' in emitted) return emitted;
  const model = invocation.command === 'model' ? reconciled.model : null;
  return { ...assess(job, reconciled, emitted, invocation), model, plans: emitted.plans };
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
  const problems = [remote, spec, pages, specRead, pagesRead, overlays].flatMap((read) => read.problems);
  if (problems.length > 0) return { unreadable: reported(problems) };
  const specOptions = { referenced, overlays: overlays.files };
  const files = [...remote.files, ...specRead.files];
  return { settings: job.settings, spec: files, specOptions, pages: pagesRead.files };
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

async function emitTargets(
  job: Job,
  model: ProviderModel,
  { invocation, cwd, stages, progress }: ProviderRunOptions,
): Promise<Emitted | Stopped> {
  const isEmitting = invocation.command === 'generate' || invocation.command === 'check';
  const targets = isEmitting ? job.targets.filter(({ output }) => invocation.only.includes(output)) : [];
  const plans: TargetPlan[] = [];
  const drafts: DraftDiagnostic[] = [];
  const problems: DraftDiagnostic[] = [];
  for (const target of targets) {
    progress.say(`${job.provider}: emitting ${target.output}`);
    const { emit, scaffold } = await stages.loadEmit(target.output);
    const { files, diagnostics } = await emit(model);
    drafts.push(...diagnostics);
    const plan = planTarget({
      target,
      emitted: files,
      scaffold: scaffold(model),
      generator: `${GENERATOR.name}@${GENERATOR.version}`,
      cwd,
    });
    if ('problems' in plan) problems.push(...plan.problems);
    else plans.push(plan);
  }
  return problems.length > 0 ? { unreadable: reported(problems) } : { plans, drafts };
}

/** The settings apply to what the documents say; the state of the output folders cannot be silenced. */
function assess(
  { provider, settings }: Job,
  { drafts, locate, counts }: Reconciled,
  emitted: Emitted,
  { command, dryRun }: RunInvocation,
): Pick<ProviderRun, 'diagnostics' | 'silenced' | 'summary'> {
  const { severity, ignore } = settings;
  const ofDocuments = settle([...drafts, ...emitted.drafts], { locate, severity, ignore });
  const ofFiles = reported(
    emitted.plans.flatMap(({ kept, outOfDate }) => (command === 'check' ? [...kept, ...outOfDate] : kept)),
  );
  const diagnostics = [...ofDocuments.diagnostics, ...ofFiles];
  const { silenced } = ofDocuments;
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
