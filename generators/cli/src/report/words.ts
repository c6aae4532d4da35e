import type { Found } from './report.ts';

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `2 errors, 1 warning`; `nothing` where there is none. */
export function foundText({ errors, warnings, infos }: Found): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [counted(infos, 'info')] : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** The heading of a report in Markdown. */
export function foundHeading(found: Found): string {
  const isNothing = found.errors + found.warnings + found.infos === 0;
  return `## Plumbline: ${isNothing ? 'nothing found' : foundText(found)}`;
}
