import { expect, it } from 'vitest';
import { argumentOf } from './arguments.ts';

it.each<[string, { given: unknown; want: unknown }]>([
  ['text is text', { given: 'high', want: 'high' }],
  ['a list is written as JSON', { given: '["high", "low"]', want: ['high', 'low'] }],
  ['so is an object', { given: '{ "at": 1 }', want: { at: 1 } }],
  ['what only begins like JSON is text', { given: '[high]', want: '[high]' }],
  ['a number is one', { given: 5, want: 5 }],
])('of a parameter that takes anything, %s', (_name, { given, want }) => {
  expect(argumentOf(given, { name: 'severity', type: 'any' }, { start: 0, end: 0 })).toEqual(want);
});
