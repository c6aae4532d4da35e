import { basename, join, resolve } from 'node:path';
import { type Imported, importDocument } from '@plumbline/import';
import type { Diagnostic, DraftDiagnostic, InputFile } from '@plumbline/model';
import { EXIT } from '../command-line/exit-codes.ts';
import { severalFiles } from '../command-line/import-invocation.ts';
import { type ImportInvocation, wrongUse } from '../command-line/invocation.ts';
import { notWritable } from '../commands/output-folders.ts';
import { printReport, printStop, reportText } from '../commands/present.ts';
import { reported } from '../commands/reported.ts';
import type { Ending } from '../commands/run.ts';
import { printWrongUse } from '../commands/wrong-use.ts';
import { displayPath } from '../display-path.ts';
import type { Host } from '../host.ts';
import { expandInputs } from '../inputs/expand.ts';
import { OPERAND } from '../inputs/named-input.ts';
import { readInputs } from '../inputs/read.ts';
import { makeReport } from '../report/make-report.ts';
import type { Report } from '../report/report.ts';
import { foundText } from '../report/words.ts';
import { stageReport } from '../report/write-report.ts';
import { readStandardInput } from './read-standard-input.ts';

/** A document and what it became. */
interface Outcome {
  readonly input: InputFile;
  readonly imported: Imported;
  /** Absolute; null: standard output. */
  readonly target: string | null;
}

/** Makes sources of rendered documents: all of them, or none where one cannot be read. */
export async function importFiles(invocation: ImportInvocation, host: Host): Promise<Ending> {
  const read = await readDocuments(invocation, host);
  if (read === null) {
    const message = 'No document is given.';
    printWrongUse(wrongUse(message, 'Name a file, or pipe a text into `plumbline import`.'), host);
    return EXIT.wrongUse;
  }
  const { files, problems } = read;
  if (problems.length > 0) return stop(reported(problems), files, { invocation, host });
  if (files.length > 1 && invocation.out === null) {
    printWrongUse(severalFiles(`\`${invocation.files[0]}\` names ${files.length} files, which`), host);
    return EXIT.wrongUse;
  }
  const outcomes = files.map((input): Outcome => {
    const imported = importDocument(input, { as: invocation.as });
    return { input, imported, target: targetOf(input, imported, { invocation, cwd: host.cwd }) };
  });
  const diagnostics = reported(outcomes.flatMap(({ imported }) => imported.diagnostics));
  const unknown = diagnostics.filter(({ code }) => code === 'import-kind-unknown');
  if (unknown.length > 0) return stop(unknown, files, { invocation, host });
  const twice = sharedTarget(outcomes);
  if (twice !== null) {
    const message = `Two files would be written to \`${displayPath(twice, host.cwd)}\`.`;
    printWrongUse(wrongUse(message, 'Import them into different folders.'), host);
    return EXIT.wrongUse;
  }
  const failed = write(outcomes, host);
  if (failed !== null) return stop(failed, files, { invocation, host });
  const report = reportOf(diagnostics, files);
  const text = await reportText(report, { reporter: invocation.reporter, output: null }, host);
  printReport(text, { reporter: invocation.reporter, command: 'import' }, host);
  if (!invocation.quiet) host.stderr.write(closing(outcomes, report, host.cwd));
  return exitCode(report, invocation);
}

/** Null where there is nothing to read. */
async function readDocuments(
  { files: patterns }: ImportInvocation,
  host: Host,
): Promise<{ readonly files: readonly InputFile[]; readonly problems: readonly DraftDiagnostic[] } | null> {
  if (patterns.length === 0) {
    const input = await readStandardInput(host);
    if (input === null) return null;
    return 'problem' in input ? { files: [], problems: [input.problem] } : { files: [input], problems: [] };
  }
  const option = OPERAND;
  const { cwd } = host;
  const inputs = patterns.map((pattern) => ({ pattern, base: cwd, option, position: null }));
  const expanded = await expandInputs(inputs, cwd);
  if (expanded.problems.length > 0) return { files: [], problems: expanded.problems };
  return readInputs(expanded.files, { cwd, option });
}

const ENDINGS = { page: '.md', reference: '.yaml' } as const;

function targetOf(
  { path }: InputFile,
  { kind }: Imported,
  { invocation, cwd }: { readonly invocation: ImportInvocation; readonly cwd: string },
): string | null {
  const { out, output } = invocation;
  if (output !== null) return resolve(cwd, output);
  if (out === null || kind === null) return null;
  return resolve(cwd, join(out, `${basename(path).replace(/\.[^.]*$/, '')}${ENDINGS[kind]}`));
}

function sharedTarget(outcomes: readonly Outcome[]): string | null {
  // Many file systems fold case.
  const targets = outcomes.flatMap(({ target }) => (target === null ? [] : [target]));
  const folded = targets.map((target) => target.toLowerCase());
  return targets.find((_, i) => folded.indexOf(folded[i] ?? '') !== i) ?? null;
}

/** Writes all documents, or none and tells why. */
function write(outcomes: readonly Outcome[], { cwd, stdout }: Host): readonly Diagnostic[] | null {
  const staged: Exclude<ReturnType<typeof stageReport>, { readonly reason: string }>[] = [];
  for (const { imported, target } of outcomes) {
    if (target === null) continue;
    const one = stageReport(target, imported.text);
    if ('reason' in one) {
      for (const other of staged) other.discard();
      return notWritable(target, one.reason, cwd);
    }
    staged.push(one);
  }
  for (const one of staged) one.commit();
  for (const { imported, target } of outcomes) if (target === null) stdout.write(imported.text);
  return null;
}

function reportOf(diagnostics: readonly Diagnostic[], files: readonly InputFile[]): Report {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const textOf = (file: string): string | undefined => texts.get(file);
  return makeReport({ command: 'import', diagnostics, silenced: 0, providers: [], textOf });
}

const KINDS = { page: 'a provider page', reference: 'an API reference' } as const;

function closing(outcomes: readonly Outcome[], { summary }: Report, cwd: string): string {
  const lines = outcomes.map(({ input, imported, target }) => {
    const to = target === null ? 'standard output' : displayPath(target, cwd);
    return `${input.path}: ${imported.kind === null ? '' : KINDS[imported.kind]}, to ${to}`;
  });
  return `${lines.join('\n')}\nfound: ${foundText(summary)}\n`;
}

async function stop(
  diagnostics: readonly Diagnostic[],
  files: readonly InputFile[],
  { invocation, host }: { readonly invocation: ImportInvocation; readonly host: Host },
): Promise<Ending> {
  await printStop(reportOf(diagnostics, files), { reporter: invocation.reporter, output: null }, host);
  return EXIT.wrongUse;
}

function exitCode({ summary }: Report, { failOn }: ImportInvocation): number {
  if (failOn === 'never') return EXIT.ok;
  return summary.errors > 0 || (failOn === 'warning' && summary.warnings > 0) ? EXIT.findings : EXIT.ok;
}
