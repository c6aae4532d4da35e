import type { Operation, Parameter } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { findRequiredSets } from './required-sets.ts';

const parameter = (name: string, level: Parameter['level']): Parameter =>
  ({ name, level, in: 'path', required: true }) as Parameter;
const operation = (...parameters: readonly Parameter[]): Operation =>
  ({ parameters }) as unknown as Operation;

const LIST = operation();
const GET = operation(parameter('user_id', 'path-item'));
const PAGE = operation(parameter('userId', 'path-item'), parameter('page', 'operation'));

describe('the required parameters that pages list', () => {
  it('are those of operation and path item, however they are written', () => {
    const sets = findRequiredSets(
      [new Set(), new Set(['userid']), new Set(['userid', 'page'])],
      [LIST, GET, PAGE],
    );
    expect(sets.areWhole).toBe(true);
    expect([...sets.of(GET)]).toEqual(['userid']);
  });

  it('are those of the operation alone, where the pages show it', () => {
    const sets = findRequiredSets([new Set(), new Set(), new Set(['page'])], [LIST, GET, PAGE]);
    expect(sets.areWhole).toBe(false);
    expect([...sets.of(PAGE)]).toEqual(['page']);
  });

  it('are not believed where many more methods list them than operations', () => {
    const empty = new Set<string>();
    const sets = findRequiredSets([empty, empty, empty, empty], [LIST]);
    expect(sets.isCredible(empty)).toBe(false);
    expect(findRequiredSets([empty, empty], [LIST]).isCredible(empty)).toBe(true);
  });
});
