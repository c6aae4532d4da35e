import type { Diagnostic } from '@plumbline/model';
import { blocks, code, item, prose } from './markdown.ts';

/** What the run found as Markdown. */
export function consistencyTwin(findings: readonly Diagnostic[], sourceOf: (file: string) => string): string {
  const lines = findings.map(({ severity, code: name, message, source, related }) => {
    const places = [source, ...related.map((note) => note.source)];
    const shown = places.map(({ file, line, column }) => code(`${sourceOf(file)}:${line}:${column}`));
    return item(`${severity} ${code(name)}`, `${prose(message)} (${shown.join(', ')})`);
  });
  return blocks([
    '# Consistency',
    lines.length === 0 ? 'Nothing: the spec and the pages agree.' : lines.join('\n'),
  ]);
}
