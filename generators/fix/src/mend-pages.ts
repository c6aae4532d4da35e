import {
  type Code,
  catalogue,
  type Diagnostic,
  type InputFile,
  type ProviderModel,
  type ResourcePage,
} from '@plumbline/model';
import { fixPages } from './fix-pages.ts';

/** What pages come to, read beside the spec. */
export interface ReadPages {
  readonly pages: readonly ResourcePage[];
  readonly model: ProviderModel;
  /** Settled: what somebody silenced is not among them, and is not mended. */
  readonly findings: readonly Diagnostic[];
}

export interface MendOptions {
  /** Reads all pages again, and reconciles them. */
  readonly read: (files: readonly InputFile[]) => ReadPages;
  /** The codes that are to be mended; null: all that can be. */
  readonly only: ReadonlySet<Code> | null;
}

export interface Mended {
  /** The pages that changed, with their new texts. */
  readonly files: readonly InputFile[];
  /** What the pages came to before. */
  readonly before: ReadPages;
  /** What they come to now. */
  readonly after: ReadPages;
  /** Findings of the codes that were to be mended which are still there. */
  readonly remaining: readonly Diagnostic[];
}

/** What mending one thing brings to light is mended too; that ends by itself, and at the latest here. */
const MAX_ROUNDS = 6;

/** Mends pages, reads them again, and mends what comes of it, until nothing more does. */
export function mendPages(files: readonly InputFile[], { read, only }: MendOptions): Mended {
  const before = read(files);
  const known = new Set(before.findings.map(identity));
  const isWanted = (finding: Diagnostic): boolean =>
    isFixable(finding) && (only === null || only.has(finding.code) || !known.has(identity(finding)));
  const changed = new Map<string, InputFile>();
  let current = files;
  let after = before;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const findings = after.findings.filter(isWanted);
    if (findings.length === 0) break;
    const fixed = fixPages({ files: current, pages: after.pages, model: after.model, findings });
    if (fixed.files.length === 0) break;
    for (const file of fixed.files) changed.set(file.path, file);
    current = current.map((file) => changed.get(file.path) ?? file);
    after = read(current);
  }
  const paths = new Set(files.map(({ path }) => path));
  const originals = new Map(files.map((file) => [file.path, file.text]));
  return {
    files: current.filter((file) => changed.has(file.path) && originals.get(file.path) !== file.text),
    before,
    after,
    remaining: after.findings.filter(
      (finding) =>
        paths.has(finding.source.file) && isFixable(finding) && (only === null || only.has(finding.code)),
    ),
  };
}

export function isFixable({ code }: Diagnostic): boolean {
  return catalogue[code].fixable;
}

/** Lines move when a page is mended. */
function identity({ code, subject, source }: Diagnostic): string {
  const { resource, method, operation, name } = subject;
  return JSON.stringify([code, source.file, resource, method, operation, name]);
}
