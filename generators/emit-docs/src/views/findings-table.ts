import type { Diagnostic, Source } from '@plumbline/model';
import { type Encoded, mdxAttribute, mdxInline, type View } from '@plumbline/render';
import { bySeverity } from '../facts/findings.ts';
import type { Prose } from './prose.ts';

type Mdx = Encoded<'mdx'>;

export interface FindingView extends View {
  readonly severity: Mdx;
  readonly code: Mdx;
  readonly message: Mdx;
  /** The finding's own, then what it is held against. */
  readonly places: readonly PlaceView[];
}

interface PlaceView extends View {
  readonly file: Mdx;
  readonly line: number;
  readonly column: number;
  readonly note: Mdx;
}

export interface FindingsOptions {
  readonly prose: Prose;
  readonly sourceOf: (file: string) => string;
}

/** Findings as rows, most severe first. */
export function findingRows(
  findings: readonly Diagnostic[],
  { prose, sourceOf }: FindingsOptions,
): readonly FindingView[] {
  const placeView = ({ file, line, column }: Source, note: string): PlaceView => ({
    file: mdxAttribute(sourceOf(file)),
    line,
    column,
    note: prose.inline(note),
  });
  return bySeverity(findings).map(({ severity, code, message, source, related }) => ({
    severity: mdxAttribute(severity),
    code: mdxInline(code),
    message: prose.inline(message),
    places: [placeView(source, ''), ...related.map((note) => placeView(note.source, note.message))],
  }));
}
