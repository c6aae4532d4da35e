import type { DraftDiagnostic, InputFile } from '@plumbline/model';
import { type Blocks, blocksOf } from '../document/blocks.ts';
import { pageText } from '../document/page-text.ts';
import { ownHeadings } from '../document/sections.ts';
import { markComponents } from '../markup/components.ts';
import { tokensOf } from '../markup/tokens.ts';
import { type PageContext, reportTo } from './context.ts';

/** A page before anything of it is read: its blocks, and what stands out of its text. */
export function openPage(
  file: InputFile,
  diagnostics: DraftDiagnostic[],
): { readonly page: PageContext; readonly blocks: Blocks } {
  const text = pageText(file);
  const blocks = blocksOf(text);
  const tokens = markComponents(tokensOf(text.text, blocks.bodyStart, blocks.regions));
  const page = { ...text, tokens, report: reportTo(text, diagnostics, {}) };
  return { page, blocks: { ...blocks, headings: ownHeadings(blocks.headings, tokens) } };
}
