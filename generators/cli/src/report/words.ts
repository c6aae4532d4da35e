import type { Found } from './report.ts';

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `2 errors, 1 warning, 0 infos`; `nothing` where there is none. */
export function foundText({ errors, warnings, infos }: Found): string {
  if (errors + warnings + infos === 0) return 'nothing';
  return [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].join(', ');
}
