import { randomFrom } from '@plumbline/contract-server';
import { describe, expect, it } from 'vitest';
import { Statements } from './testing/generated-statements.ts';
import { openOracle, sorted } from './testing/oracle.ts';

const generated = new Statements(randomFrom(7));
const STATEMENTS = Array.from({ length: 120 }, () => generated.next());

describe(`${STATEMENTS.length} statements that nobody has thought of come to what they come to on tables`, () => {
  const oracle = openOracle();

  it.each(STATEMENTS)('%s', async (statement) => {
    const { rows } = await oracle.got(statement);
    expect(sorted(rows)).toEqual(sorted(oracle.wanted(statement).rows));
  });
});
