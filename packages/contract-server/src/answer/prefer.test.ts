import { describe, expect, it } from 'vitest';
import { startThings } from '../testing/things-server.ts';

describe('what a request prefers', () => {
  const prefer = (value: string) => ({ headers: { prefer: value } });

  it('is a status, and an example of it', async () => {
    const { url } = await startThings();
    const answer = await fetch(`${url}/things`, prefer('code=404, example=never'));
    expect([answer.status, await answer.json()]).toEqual([404, { why: 'never' }]);
    expect((await fetch(`${url}/things`, prefer('code=418'))).status).toBe(400);
    expect((await fetch(`${url}/things`, prefer('code=404, example=none'))).status).toBe(400);
    expect((await fetch(`${url}/things`, prefer('code=abc'))).status).toBe(400);
  });

  it('is a failure so many times, then success', async () => {
    const { url } = await startThings({ now: () => 1_000_000 });
    const answers = [];
    for (let i = 0; i < 3; i += 1)
      answers.push(await fetch(`${url}/things`, prefer('code=429, times=2, retry-after=7')));
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('7');
    expect(answers[0]?.headers.get('x-reset')).toBe('1007');
  });

  it('is nothing but what is required, of a list one item still', async () => {
    const { url } = await startThings();
    expect(await (await fetch(`${url}/things`, prefer('return=minimal, items=1'))).json()).toEqual([
      { id: expect.any(String) },
    ]);
    const item = { id: expect.any(String) };
    expect(await (await fetch(`${url}/wrapped`, prefer('return=minimal, items=1'))).json()).toEqual({
      data: [item],
    });
    expect(await (await fetch(`${url}/things`, prefer('return=minimal, code=404'))).json()).toEqual({});
  });

  it('is a connection that ends before the answer, or in its midst', async () => {
    const { url } = await startThings();
    await expect(fetch(`${url}/things`, prefer('drop'))).rejects.toThrow('fetch failed');
    const half = await fetch(`${url}/things`, prefer('truncate'));
    await expect(half.text()).rejects.toThrow();
  });

  it('is a redirect, which leads nowhere', async () => {
    const { url } = await startThings();
    const { status, headers } = await fetch(`${url}/moved`, prefer('code=302'));
    expect([status, headers.get('location')]).toEqual([302, null]);
  });

  it('is a delay', async () => {
    const { url } = await startThings();
    const started = performance.now();
    await fetch(`${url}/things`, prefer('delay=80'));
    expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  });
});
