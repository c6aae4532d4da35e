import { type DraftDiagnostic, diagnose, type InputFile } from '@plumbline/model';
import { detectKind, type ImportKind } from './detect-kind.ts';
import { linesOfHtml } from './html/html-lines.ts';
import { emitPage } from './page/emit-page.ts';
import { readRenderedPage } from './page/read-page.ts';
import { emitFragment } from './reference/emit-fragment.ts';
import { readReference } from './reference/read-reference.ts';
import { withoutFurniture } from './text/furniture.ts';
import { linesOfText } from './text/lines.ts';

export interface ImportOptions {
  /** What the document is; null: what its content says. */
  readonly as: ImportKind | null;
}

export interface Imported {
  /** Null where the content says neither, and nothing was made of it. */
  readonly kind: ImportKind | null;
  /** Markdown of a resource page, or YAML of a fragment of OpenAPI; empty where nothing was made. */
  readonly text: string;
  /** What the document did not hold, or left open, each at its place in it. */
  readonly diagnostics: readonly DraftDiagnostic[];
}

/**
 * Makes a source document of one that exists only as rendered text, or as HTML that a browser saved. Never throws on what
 * a document holds, and makes nothing up: what the text does not hold is left out and told.
 */
export function importDocument({ path, text }: InputFile, { as }: ImportOptions): Imported {
  const lines = withoutFurniture(isHtml(text) ? linesOfHtml(text, path) : linesOfText(text, path));
  const start = { file: path, line: 1, column: 1 };
  const isEmpty = text.trim() === '';
  const kind = isEmpty ? null : (as ?? detectKind(lines));
  switch (kind) {
    case 'page': {
      const { page, diagnostics } = readRenderedPage(lines, start);
      return { kind, text: emitPage(page), diagnostics };
    }
    case 'reference': {
      const { reference, diagnostics } = readReference(lines, start);
      return { kind, text: emitFragment(reference), diagnostics };
    }
    case null:
      return {
        kind,
        text: '',
        diagnostics: [diagnose({ code: 'import-kind-unknown', args: { isEmpty }, at: start })],
      };
  }
}

/** A saved page begins with a tag; a text may hold tags, and begins with words. */
function isHtml(text: string): boolean {
  return /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype|html|head|body|div|main|article|section|h1|p|table)\b/i.test(
    text.slice(0, 2000),
  );
}
