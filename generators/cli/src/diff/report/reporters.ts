import type { Diff } from '@plumbline/diff';
import type { DiffReporter } from '../../command-line/options.ts';
import type { Colors } from '../../terminal/colours.ts';
import { githubDiff } from './github.ts';
import { markdownDiff } from './markdown.ts';
import { prettyDiff } from './pretty.ts';

/** The changes in the form of that name. */
export function renderDiff(reporter: DiffReporter, diff: Diff, colours: Colors): string {
  switch (reporter) {
    case 'pretty':
      return prettyDiff(diff, colours);
    case 'json':
      return `${JSON.stringify(diff, null, 2)}\n`;
    case 'github':
      return githubDiff(diff);
    case 'markdown':
      return markdownDiff(diff);
  }
}
