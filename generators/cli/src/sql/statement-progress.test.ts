import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { progressText, statementProgress } from './statement-progress.ts';
import { watchTraffic } from './traffic.ts';

const answer = { requests: 12, rowsRead: 3400 };
const time = { began: 0, now: 2500 };

describe('how far a statement has come', () => {
  it.each([
    ['what is on its way', { inFlight: 8, retry: null }, ', 8 in flight'],
    ['nothing', { inFlight: 0, retry: null }, ''],
    [
      'a wait',
      { inFlight: 0, retry: { at: 14_100, why: 'answered 429' } },
      ', answered 429, asked again in 12 s',
    ],
    ['a wait that is over', { inFlight: 0, retry: { at: 2000, why: 'answered 429' } }, ''],
  ])('names %s', (_, traffic, more) => {
    expect(progressText(answer, traffic, time)).toBe(`12 requests${more}, 3,400 rows, 2.5 s, Ctrl-C cancels`);
  });

  it.each([
    ['is told on a terminal, where it takes a while, and taken away', true, false, /\r\u001b\[K$/],
    ['is not told in a pipe', false, false, /^$/],
    ['is not told with --quiet', true, true, /^$/],
  ])('%s', (_, isTTY, quiet, want) => {
    vi.useFakeTimers();
    const said: string[] = [];
    const stderr = { isTTY, columns: 80, write: (text: string) => said.push(text) };
    const host = { cwd: '/', env: {}, stdout: { write() {} }, stderr };
    const progress = statementProgress(answer, { host, traffic: watchTraffic(), quiet });
    vi.advanceTimersByTime(350);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(150);
    progress.end();
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(said.join('')).toMatch(want);
    expect(said.length).toBeLessThanOrEqual(3);
  });
});

it('counts requests from their sending to their answer, also where there is none', async () => {
  const answers: ((response: Response) => void)[] = [];
  const traffic = watchTraffic(() => new Promise((resolve) => answers.push(resolve)));
  const request = new Request('http://127.0.0.1:9');
  const first = traffic.options.fetch(request);
  traffic.options.fetch(request).catch(() => {});
  expect(traffic.inFlight).toBe(2);
  answers[0]?.(new Response());
  await first;
  expect(traffic.inFlight).toBe(1);
  const failing = watchTraffic(() => Promise.reject(new Error('no')));
  await failing.options.fetch(request).catch(() => {});
  await setTimeout(0);
  expect(failing.inFlight).toBe(0);
});
