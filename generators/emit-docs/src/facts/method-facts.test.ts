import { printCellNotes } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { body, field, method, param } from '../sample-model.ts';
import { methodFacts } from './method-facts.ts';

describe('methodFacts', () => {
  it('lists required parameters and body fields, and optional parameters', () => {
    const { required, optional } = methodFacts(
      method('create', {
        params: [param('id', { required: true }), param('expand')],
        body: body(field('name', { required: true }), field('note')),
      }),
    );
    expect(required).toEqual([
      { name: 'id', anchor: 'parameter-id' },
      { name: 'name', anchor: 'parameter-name' },
    ]);
    expect(optional).toEqual([{ name: 'expand', anchor: 'parameter-expand' }]);
  });

  it.each([
    ['a deprecated method', { description: 'Lists.', deprecated: true }, ' (deprecated)'],
    ['one whose description ends in the mark', { description: 'Lists. (deprecated)', deprecated: true }, ''],
    ['any other', { description: 'Lists what is deprecated.' }, ''],
  ])('marks %s', (_name, facts, want) => {
    expect(printCellNotes(methodFacts(method('list', facts)).notes)).toBe(want);
  });

  it.each([
    ['list', 'list'],
    ['methods', 'method-methods'],
    ['parameter-x', 'method-parameter-x'],
    ['method-methods', 'method-method-methods'],
  ])('gives %s the id %s', (name, anchor) => {
    expect(methodFacts(method(name)).anchor).toBe(anchor);
  });
});
