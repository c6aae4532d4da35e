import type { Report } from './report.ts';

/** `{ "diagnostics": […], "summary": {…} }`. */
export function jsonReport({ diagnostics, summary }: Report): string {
  return `${JSON.stringify({ diagnostics, summary }, null, 2)}\n`;
}
