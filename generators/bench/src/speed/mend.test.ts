import { expect, it } from 'vitest';
import { mend } from './mend.ts';

const HEAD = "openapi: 3.0.3\ninfo:\n  title: Books\n  version: '1'\npaths: {}\n";
const spec = { path: 'openapi.yaml', text: `${HEAD}x-a:\n  $ref: { x: 1 }\n  b: 2\n` };
const overlay = (target: string) => ({
  path: 'overlay.yaml',
  text: `overlay: 1.0.0\nactions: [{ target: "${target}", remove: true }]\n`,
});

it('takes away what the overlay removes', () => {
  expect(mend(spec, overlay("$['x-a']['$ref']"))).toBe(`${HEAD}x-a:\n  b: 2\n`);
});

it.each([
  ['is out of date', { given: overlay('$.gone'), want: '$.gone' }],
  ['is none', { given: { path: 'overlay.yaml', text: 'a: 1' }, want: 'overlay.yaml' }],
])('refuses an overlay that %s', (_name, { given, want }) => {
  expect(() => mend(spec, given)).toThrow(want);
});
