import { createHash } from 'node:crypto';
import { byCodeUnit } from '@plumbline/model';
import { type Fault, faultId } from './fault.ts';

/**
 * The faults in the order in which they are tried, the same for the same seed: each operator's turn comes before any has a second, so that an operator
 * with few places is not lost among those with many. Which of its places it takes is drawn; places that are added
 * change little of what is drawn from the others.
 */
export function drawFaults(faults: readonly Fault[], seed: string): readonly Fault[] {
  const drawn = faults.map((fault) => ({ fault, key: digest(`${seed} ${faultId(fault)}`) }));
  const byOperator = new Map<string, (typeof drawn)[number][]>();
  for (const each of drawn) {
    const name = `${each.fault.side} ${each.fault.operator}`;
    const known = byOperator.get(name);
    if (known === undefined) byOperator.set(name, [each]);
    else known.push(each);
  }
  const turns = [...byOperator].flatMap(([operator, each]) =>
    each
      .sort((a, b) => byCodeUnit(a.key, b.key))
      .map(({ fault }, turn) => ({ fault, turn, key: digest(`${seed} ${operator}`) })),
  );
  return turns.sort((a, b) => a.turn - b.turn || byCodeUnit(a.key, b.key)).map(({ fault }) => fault);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
