import { describe, expect, it } from 'vitest';
import { testProvider } from '../testing/provider.ts';

describe('a call that fails', () => {
  const text = "DELETE FROM acme.people.users WHERE id IN ('a', 'fails', 'b')";

  it('stops the statement, and each outcome is told', async () => {
    const { sql, requests } = testProvider({});
    const answer = sql.run(text);
    await expect(answer.toArray()).rejects.toMatchObject({ status: 409 });
    expect(answer.outcomes.map(({ row, ok }) => [row, ok])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(requests()).toHaveLength(2);
  });

  it('leaves the others to be tried where that is asked for', async () => {
    const { sql } = testProvider({});
    const answer = sql.run(text, { onFailure: 'continue' });
    await answer.toArray();
    expect(answer.outcomes.map(({ row, ok }) => [row, ok])).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
  });
});
