import { expect, it } from 'vitest';
import type { Side } from '../fault.ts';
import type { Catcher, Verdict } from '../run/mutant.ts';
import type { MutationRun } from '../run/run-mutants.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';

const run: MutationRun = {
  provider: 'acme',
  seed: '1',
  places: 90,
  verdicts: [
    verdict('page', 'verb-changed', 'drift'),
    verdict('spec', 'field-renamed', 'suites'),
    verdict('spec', 'field-renamed', null),
    verdict('spec', 'field-dropped', 'types'),
  ],
  equivalents: [{ fault: verdict('spec', 'component-renamed', null).fault, why: 'Nobody sends it.' }],
  tests: 12,
  seconds: 4.26,
};

it('tells who caught what, by side and by operator, the survivors, and what nobody could notice', () => {
  expect(markdownReport(run)).toBe(`# Mutants of \`acme\`

3 of 4 faults were caught (75.0%), in 4 s. Seed \`1\`, of 90 places; 12 tests.

| side | faults | drift | types | suites | survived |
| --- | ---: | ---: | ---: | ---: | ---: |
| spec | 3 | 0 | 1 | 1 | 1 |
| page | 1 | 1 | 0 | 0 | 0 |

| side | operator | faults | drift | types | suites | survived |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
| spec | field-dropped | 1 | 0 | 1 | 0 | 0 |
| spec | field-renamed | 2 | 0 | 0 | 1 | 1 |
| page | verb-changed | 1 | 1 | 0 | 0 | 0 |

## Survivors

- field-renamed: what field-renamed does (a.md:3:4)

## Equivalent

- component-renamed: what component-renamed does (a.md:3:4): Nobody sends it.
`);
});

it('is data as JSON', () => {
  expect(JSON.parse(jsonReport(run))).toMatchObject({
    seconds: 4.3,
    summary: { all: { faults: 4, drift: 1, types: 1, suites: 1, survived: 1 } },
    faults: [{ operator: 'verb-changed', caughtBy: 'drift', said: 'why' }, {}, { caughtBy: null }, {}],
    equivalents: [{ why: 'Nobody sends it.' }],
  });
});

function verdict(side: Side, operator: string, by: Catcher | null): Verdict {
  const at = { file: 'a.md', line: 3, column: 4 };
  const change = { in: 'page', file: 'a.md', edits: [] } as const;
  const what = `what ${operator} does`;
  const fault = { side, operator, what, at, operations: [], equivalent: null, change };
  return { fault, by, said: by === null ? '' : 'why', seconds: 1 };
}
