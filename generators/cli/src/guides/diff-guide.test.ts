import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULE_IDS, type RuleId, ruleOf } from '@plumbline/diff';
import { expect, it } from 'vitest';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/guides/diff.md'), 'utf8');

/** The rules that the guide sets beside those of other tools, with the class that it gives them. */
const beside = guide
  .slice(guide.indexOf('## Beside other tools'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => {
    const ours = line.split('|')[4] ?? '';
    return [...ours.matchAll(/`([a-z-]+)`/g)].map(([, rule = '']) => ({ rule, ours: ours.trim() }));
  })
  .filter(({ rule }) => rule !== 'diff');

it('docs/guides/diff.md sets rules beside those of other tools', () => {
  expect(beside.length).toBeGreaterThan(10);
});

it.each(beside)('docs/guides/diff.md knows $rule', ({ rule, ours }) => {
  expect(RULE_IDS).toContain(rule);
  const { class: name, noted } = ruleOf(rule as RuleId);
  const said = noted ? 'to note' : name;
  // The last row tells of methods, pagination and servers without a class.
  if (ours.includes(':')) expect(ours).toMatch(new RegExp(`: ${said}$`));
});
