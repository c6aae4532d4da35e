import type { WrongUse } from '../command-line/invocation.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import { coloursOf } from '../terminal/colours.ts';

/** Says in one line what was wrong about the command line, and the way out. */
export function printWrongUse({ message, hint }: WrongUse, { stderr, env }: Host): void {
  const colours = coloursOf(stderr, env);
  stderr.write(`${colours.bold(colours.red('plumbline'))}: ${printable(message)} ${printable(hint)}\n`);
}
