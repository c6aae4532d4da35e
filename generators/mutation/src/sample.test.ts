import { expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { drawFaults } from './sample.ts';

const many = Array.from({ length: 40 }, (_, i) => faultOf('many', i));
const few = Array.from({ length: 2 }, (_, i) => faultOf('few', i));

it('draws the same for the same seed, in whatever order the faults are found', () => {
  const drawn = drawFaults([...many, ...few], '7').map(({ what }) => what);
  expect(drawFaults([...few, ...many.toReversed()], '7').map(({ what }) => what)).toEqual(drawn);
  expect(drawFaults([...many, ...few], '8').map(({ what }) => what)).not.toEqual(drawn);
  expect(drawn).toHaveLength(42);
});

it('lets each operator have its turn before any has another', () => {
  const operators = drawFaults([...many, ...few], '1').map(({ operator }) => operator);
  expect(operators.slice(0, 4).filter((operator) => operator === 'few')).toHaveLength(2);
});

it('draws the same from the others where a place is added', () => {
  const before = drawFaults(many, '1').map(({ what }) => what);
  const after = drawFaults([...many, faultOf('many', 40)], '1').map(({ what }) => what);
  expect(after.filter((what) => what !== 'many 40')).toEqual(before);
});

function faultOf(operator: string, place: number): Fault {
  const change = { in: 'page', file: 'a.md', edits: [] } as const;
  const at = { file: 'a.md', line: place, column: 1 };
  return {
    side: 'page',
    operator,
    what: `${operator} ${place}`,
    at,
    operations: [],
    equivalent: null,
    change,
  };
}
