import { SIDES } from '../fault.ts';
import { CATCHERS, type Verdict } from '../run/mutant.ts';

/** How many faults of a kind there were, and who caught them. */
export interface Tally {
  readonly side: string;
  readonly operator: string;
  readonly faults: number;
  readonly drift: number;
  readonly types: number;
  readonly suites: number;
  readonly survived: number;
}

export interface Tallies {
  readonly all: Tally;
  readonly sides: readonly Tally[];
  readonly operators: readonly Tally[];
}

export function tally(verdicts: readonly Verdict[]): Tallies {
  const sides = SIDES.filter((side) => verdicts.some(({ fault }) => fault.side === side));
  const operators = [...new Set(verdicts.map(({ fault }) => `${fault.side} ${fault.operator}`))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return {
    all: count('', '', verdicts),
    sides: sides.map((side) =>
      count(
        side,
        '',
        verdicts.filter(({ fault }) => fault.side === side),
      ),
    ),
    operators: operators.map((name) => {
      const [side = '', operator = ''] = name.split(' ');
      const own = verdicts.filter(({ fault }) => fault.side === side && fault.operator === operator);
      return count(side, operator, own);
    }),
  };
}

function rank(name: string): number {
  return (SIDES as readonly string[]).indexOf(name.split(' ')[0] ?? '');
}

function count(side: string, operator: string, verdicts: readonly Verdict[]): Tally {
  const [drift = 0, types = 0, suites = 0] = CATCHERS.map(
    (catcher) => verdicts.filter(({ by }) => by === catcher).length,
  );
  const survived = verdicts.length - drift - types - suites;
  return { side, operator, faults: verdicts.length, drift, types, suites, survived };
}
