import type { JsonValue } from '@plumbline/model';
import { expect, it } from 'vitest';
import { type AnswerFault, spoilAnswer } from './answer-fault.ts';

const at = { operation: 'GET /things', status: 200 };
const value: JsonValue = [{ id: 'a', of: { x: 1 } }, { id: 'b' }];

it.each<[string, { given: AnswerFault; want: object }]>([
  [
    'leaves a member out of each item',
    {
      given: { ...at, do: 'leave-out', member: ['id'] },
      want: { status: 200, value: [{ of: { x: 1 } }, {}] },
    },
  ],
  [
    'leaves out one that is within another',
    {
      given: { ...at, do: 'leave-out', member: ['of', 'x'] },
      want: { status: 200, value: [{ id: 'a', of: {} }, { id: 'b' }] },
    },
  ],
  [
    'gives a value of another type',
    {
      given: { ...at, do: 'retype', member: ['of', 'x'] },
      want: { status: 200, value: [{ id: 'a', of: { x: { of: 'another type' } } }, { id: 'b' }] },
    },
  ],
  ['changes the status', { given: { ...at, do: 'change-status', to: 202 }, want: { status: 202, value } }],
  [
    'leaves other operations',
    { given: { ...at, operation: 'GET /', do: 'change-status', to: 202 }, want: { status: 200, value } },
  ],
  [
    'leaves other statuses',
    { given: { ...at, status: 404, do: 'leave-out', member: ['id'] }, want: { status: 200, value } },
  ],
])('%s', (_name, { given, want }) => {
  expect(spoilAnswer(given, 'GET /things', { status: 200, value })).toEqual(want);
});
