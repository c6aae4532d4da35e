import { describe, expect, it } from 'vitest';
import { watchTraffic } from './traffic.ts';

const MEGABYTE = 2 ** 20;
const asked = new Request('https://acme.test/users');

describe('an answer', () => {
  const answerOf = (response: Response, longest: number): Promise<Response> =>
    Promise.resolve(watchTraffic(async () => response, longest).options.fetch(asked));
  const ofBytes = (length: number): Response => {
    const response = new Response(new Uint8Array(length), { status: 201, headers: { 'x-id': '1' } });
    return Object.defineProperty(response, 'url', { value: asked.url });
  };

  it('is read as it came, with what is known of it', async () => {
    const answer = await answerOf(ofBytes(MEGABYTE), MEGABYTE);
    expect([answer.status, answer.url, answer.headers.get('x-id')]).toEqual([201, asked.url, '1']);
    expect((await answer.arrayBuffer()).byteLength).toBe(MEGABYTE);
  });

  it('breaks off where it is too long', async () => {
    const answer = await answerOf(ofBytes(MEGABYTE + 1), MEGABYTE);
    await expect(answer.text()).rejects.toThrow('The answer is longer than 1 MB.');
  });

  it('without a body, or of a status that is none, stays what it is', async () => {
    const empty = new Response(null, { status: 204 });
    const strange = Object.defineProperty(new Response('x'), 'status', { value: 999 });
    for (const response of [empty, strange]) expect(await answerOf(response, 0)).toBe(response);
  });
});
