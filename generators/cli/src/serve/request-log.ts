import type { Exchange } from '@plumbline/contract-server';
import { printable } from '../report/printable.ts';
import type { Colors } from '../terminal/colours.ts';

/** No more problems of one request are shown. */
const SHOWN = 5;

/** A request on one line, and what is wrong about it, each with what would mend it. */
export function exchangeLines(exchange: Exchange, colours: Colors): string {
  const { method, target, operation, operationId, answer, milliseconds, problems } = exchange;
  const name = operationId ?? operation ?? 'no operation';
  const first = [
    statusText(answer.status, colours),
    `${method} ${target}`,
    colours.dim(`${name}${sourceText(exchange)}, ${Math.max(1, Math.round(milliseconds))} ms`),
  ].join('  ');
  const faults = problems.slice(0, SHOWN).flatMap(({ place, name: of, pointer, message, hint }) => {
    const at = [place, of, pointer].filter((part) => part !== null && part !== '').join(' ');
    return [`     ${colours.yellow(at)}: ${message}`, `     ${colours.dim(hint)}`];
  });
  const more = problems.length > SHOWN ? [colours.dim(`     and ${problems.length - SHOWN} more`)] : [];
  const notes = answer.notes.map((note) => `     ${colours.dim(note)}`);
  return [first, ...faults, ...more, ...notes].map((line) => `${safe(line, colours)}\n`).join('');
}

/** Where the answer was taken from. */
function sourceText({ answer: { example, value } }: Exchange): string {
  if (example !== null) return example === '' ? ', example' : `, example ${example}`;
  return value === undefined ? '' : ', generated';
}

function statusText(status: number, colours: Colors): string {
  if (status === 0) return colours.red('drop');
  const colour = status < 300 ? colours.green : status < 400 ? colours.cyan : colours.red;
  return colour(String(status));
}

/** Documents and clients may write escape sequences; the colours alone are ours. */
function safe(line: string, colours: Colors): string {
  if (!colours.isColorSupported) return printable(line);
  return line
    .split(/(\u001b\[\d+m)/)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join('');
}
