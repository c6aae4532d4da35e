import type { Diagnostic, Severity } from '@plumbline/model';
import type { Report } from './report.ts';

const COMMANDS: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions: each finding becomes an annotation of its line. */
export function githubReport({ diagnostics }: Report): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic)}\n`).join('');
}

function annotation({ severity, code, source, message, hint, related }: Diagnostic): string {
  const properties = { file: source.file, line: source.line, col: source.column, title: code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const places = related.map(
    (note) => `${note.source.file}:${note.source.line}:${note.source.column} ${note.message}`,
  );
  return `::${COMMANDS[severity]} ${written.join(',')}::${data([message, ...places, hint].join('\n'))}`;
}

/** As `@actions/core` escapes a message: whatever it holds, it cannot begin a command. */
export function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
