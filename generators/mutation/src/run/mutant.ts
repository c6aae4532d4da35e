import type { Change, Fault } from '../fault.ts';
import { editJson } from '../spec/json-edit.ts';
import { editText } from '../text-edit.ts';
import { checkTypes, runSuites } from './catchers.ts';
import { findingsAbout, newFindings } from './findings.ts';
import { nearTests } from './near-tests.ts';
import type { Generated, OpenProvider } from './provider-run.ts';
import { specOf } from './sources.ts';
import type { Files, Workspace } from './workspace.ts';

/** What noticed a fault, in the order in which they are asked. */
export const CATCHERS = ['drift', 'types', 'suites'] as const;
export type Catcher = (typeof CATCHERS)[number];

export interface Verdict {
  readonly fault: Fault;
  /** Null: nobody noticed. */
  readonly by: Catcher | null;
  /** What it said; of a survivor nothing. */
  readonly said: string;
  readonly seconds: number;
}

/** What the unmutated provider comes to, against which each mutant is held. */
export interface Zero {
  readonly open: OpenProvider;
  readonly generated: Generated;
  readonly runtime: Files;
  /** `provider.json`, as the server reads it for all mutants. */
  readonly provider: string;
}

/** Puts a fault in, and asks one after the other whether it shows. */
export async function judge(fault: Fault, zero: Zero, workspace: Workspace): Promise<Verdict> {
  const started = performance.now();
  const verdict = (by: Catcher | null, said: string): Verdict => ({
    fault,
    by,
    said,
    seconds: (performance.now() - started) / 1000,
  });
  const mutated = await mutatedFiles(fault, zero);
  if ('findings' in mutated) return verdict('drift', mutated.findings);
  const { files } = mutated;
  workspace.hold(files);
  if (fault.side !== 'server') {
    const error = await checkTypes(workspace);
    if (error !== null) return verdict('types', error);
  }
  const spoiling = fault.change.in === 'server' ? fault.change.fault : null;
  // Few tests show most faults; all of them are run where those few do not.
  for (const near of [nearTests(zero.generated.model, fault.operations), null]) {
    const { told } = await runSuites(workspace, { provider: zero.provider, fault: spoiling, near });
    if (told !== null) return verdict('suites', told);
  }
  return verdict(null, '');
}

/** What the workspace holds while nothing is wrong. */
export function filesOf({ generated, runtime }: Pick<Zero, 'generated' | 'runtime'>): Files {
  return new Map([...generated.files, ...runtime]);
}

/** The same with a fault of the client. */
export function clientFiles(
  { file, edits }: Extract<Change, { readonly in: 'client' }>,
  zero: Pick<Zero, 'generated' | 'runtime'>,
): Files {
  const files = filesOf(zero);
  return new Map([...files, [file, editText(files.get(file) ?? '', edits)]]);
}

async function mutatedFiles(
  { change }: Fault,
  { open, generated, runtime }: Zero,
): Promise<{ readonly files: Files } | { readonly findings: string }> {
  if (change.in === 'server') return { files: filesOf({ generated, runtime }) };
  if (change.in === 'client') return { files: clientFiles(change, { generated, runtime }) };
  const { documents } = open;
  const of = change.in === 'spec' ? documents.spec : documents.pages;
  const document = of.find(({ path }) => path === change.file);
  if (document === undefined) throw new Error(`There is no ${change.file}.`);
  const text =
    change.in === 'spec'
      ? JSON.stringify(editJson(specOf(document).root, change.edits))
      : editText(document.text, change.edits);
  const again = await open.generate(new Map([[change.file, text]]));
  if ('unreadable' in again) return { findings: findingsAbout(again.unreadable) };
  const found = newFindings(again.findings, generated.findings);
  if (found.length > 0) return { findings: findingsAbout(found) };
  return { files: new Map([...again.files, ...runtime]) };
}
