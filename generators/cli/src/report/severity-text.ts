import type { Severity } from '@plumbline/model';
import type { Colors } from '../terminal/colours.ts';

/** A severity in its colour. */
export function severityText(severity: Severity, colours: Colors): string {
  const colour = { error: colours.red, warning: colours.yellow, info: colours.blue }[severity];
  return colours.bold(colour(severity));
}
