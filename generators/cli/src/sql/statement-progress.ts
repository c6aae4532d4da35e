import type { Answer } from '@plumbline/sql-engine';
import type { Host } from '../host.ts';
import { progressOn } from '../terminal/progress.ts';
import { count } from './count.ts';
import type { Traffic } from './traffic.ts';

/** Milliseconds before which a statement is answered as if at once. */
const PATIENCE = 400;
const INTERVAL = 100;

export interface StatementProgress {
  /** Takes the line away, for good. */
  readonly end: () => void;
}

/** Tells on a terminal how far a statement has come that takes a while. */
export function statementProgress(
  answer: Pick<Answer, 'requests' | 'rowsRead'>,
  { host, traffic, quiet }: { readonly host: Host; readonly traffic: Traffic; readonly quiet: boolean },
): StatementProgress {
  const { say, clear } = progressOn(host, quiet);
  const began = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - began < PATIENCE) return;
    isShown = true;
    say(progressText(answer, traffic, { began, now }));
  }, INTERVAL);
  timer.unref();
  return {
    end() {
      clearInterval(timer);
      if (isShown) clear();
      isShown = false;
    },
  };
}

export function progressText(
  { requests, rowsRead }: Pick<Answer, 'requests' | 'rowsRead'>,
  { inFlight, retry }: Pick<Traffic, 'inFlight' | 'retry'>,
  { began, now }: { readonly began: number; readonly now: number },
): string {
  const wait = retry === null || inFlight > 0 ? 0 : Math.ceil((retry.at - now) / 1000);
  return [
    count(requests, 'request'),
    ...(inFlight > 0 ? [`${inFlight} in flight`] : []),
    ...(retry !== null && wait > 0 ? [`${retry.why}, asked again in ${wait} s`] : []),
    count(rowsRead, 'row'),
    `${((now - began) / 1000).toFixed(1)} s`,
    'Ctrl-C cancels',
  ].join(', ');
}
