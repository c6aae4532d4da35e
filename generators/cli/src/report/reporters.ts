import type { ReporterName } from '../command-line/options.ts';
import type { Colors } from '../terminal/colours.ts';
import { type Report, withoutBaselined } from './report.ts';

export interface Style {
  readonly colours: Colors;
  /** Columns. */
  readonly width: number;
}

type Reporter = (report: Report, style: Style) => string;

const REPORTERS: { readonly [name in ReporterName]: () => Promise<Reporter> } = {
  pretty: async () => (await import('./pretty.ts')).prettyReport,
  json: async () => (await import('./json.ts')).jsonReport,
  github: async () => (await import('./github.ts')).githubReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  markdown: async () => (await import('./markdown.ts')).markdownReport,
};

/** A report in the form of that name. What the baseline holds is told, and marked, in those that tools read to keep. */
export async function renderReport(name: ReporterName, report: Report, style: Style): Promise<string> {
  const reporter = await REPORTERS[name]();
  const isWhole = name === 'json' || name === 'sarif';
  return reporter(isWhole ? report : withoutBaselined(report), style);
}
