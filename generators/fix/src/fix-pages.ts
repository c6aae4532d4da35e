import type { Diagnostic, InputFile, ProviderModel, ResourcePage } from '@plumbline/model';
import { FIXERS } from './fixers/fixers.ts';
import { changesOf } from './page/changes.ts';
import { byPath, methodPlaces, openPage } from './page/open-page.ts';
import { editsOf } from './page/write.ts';
import { applyEdits } from './text/edits.ts';
import { lineEndOf } from './text/line-ends.ts';

export interface FixInput {
  /** The pages' texts, as they were read. */
  readonly files: readonly InputFile[];
  readonly pages: readonly ResourcePage[];
  readonly model: ProviderModel;
  /** Those that are to be mended; others than those of pages are left. */
  readonly findings: readonly Diagnostic[];
}

export interface Fixed {
  /** The pages that changed, with their new texts. */
  readonly files: readonly InputFile[];
  /** What nothing was written for. */
  readonly left: readonly Diagnostic[];
}

/**
 * Mends pages where the spec is right: each finding in the words and the dialect of its page, all of a page at once. What
 * two findings would write at one place is written for the first; the other is found again when the new text is read.
 */
export function fixPages({ files, pages, model, findings }: FixInput): Fixed {
  const byFile = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const list = byFile.get(finding.source.file);
    if (list === undefined) byFile.set(finding.source.file, [finding]);
    else list.push(finding);
  }
  const pageOf = new Map(pages.map((page) => [page.file, page]));
  const texts = new Map(files.map((file) => [file.path, file]));
  const places = methodPlaces(model);
  const fixed: InputFile[] = [];
  const left: Diagnostic[] = [];
  for (const [path, own] of byFile) {
    const [file, page] = [texts.get(path), pageOf.get(path)];
    if (file === undefined || page === undefined) {
      left.push(...own);
      continue;
    }
    const changes = changesOf(openPage(file, page, { model, places }));
    for (const finding of own) if (FIXERS[finding.code]?.(finding, changes) !== true) left.push(finding);
    const { text: before } = changes.open.layout;
    const end = lineEndOf(before);
    const edits = editsOf(changes)
      .map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, end) }))
      .filter((edit) => before.slice(edit.start, edit.end) !== edit.text);
    const { text } = applyEdits(before, edits);
    if (text !== before) fixed.push({ path, text: file.text.startsWith('\uFEFF') ? `\uFEFF${text}` : text });
  }
  return { files: fixed.sort(byPath), left };
}
