import {
  type Code,
  catalogue,
  type Diagnostic,
  type InputFile,
  type ProviderModel,
  type ResourcePage,
} from '@plumbline/model';
import { bindingsByPage } from './bindings/bindings-by-page.ts';
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

/**
 * Mends pages, reads them again, and mends what comes of it, until nothing more does. A page whose methods would be bound to
 * other operations when it is mended is kept as it is: what it was to be mended by was likely another operation.
 */
export function mendPages(files: readonly InputFile[], { read, only }: MendOptions): Mended {
  const before = read(files);
  const known = new Set(before.findings.map(identity));
  const bindings = bindingsByPage(before.model);
  const originals = new Map(files.map((file) => [file.path, file]));
  const texts = new Map(originals);
  const kept = new Set<string>();
  const current = (): readonly InputFile[] => [...texts.values()];
  const isWanted = (finding: Diagnostic): boolean =>
    isFixable(finding) &&
    !kept.has(finding.source.file) &&
    (only === null || only.has(finding.code) || !known.has(identity(finding)));
  let after = before;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const findings = after.findings.filter(isWanted);
    if (findings.length === 0) break;
    const fixed = fixPages({ files: current(), pages: after.pages, model: after.model, findings });
    if (fixed.files.length === 0) break;
    for (const file of fixed.files) texts.set(file.path, file);
    after = read(current());
    const now = bindingsByPage(after.model);
    const lost = [...bindings].filter(([path, bound]) => !kept.has(path) && now.get(path) !== bound);
    if (lost.length === 0) continue;
    for (const [path] of lost) {
      const original = originals.get(path);
      if (original !== undefined) texts.set(path, original);
      kept.add(path);
    }
    after = read(current());
  }
  const paths = new Set(files.map(({ path }) => path));
  return {
    files: current().filter(({ path, text }) => originals.get(path)?.text !== text),
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
