import type { ClientCall } from './calls.ts';
import { quoted } from './found.ts';
import type { OperationComparison } from './operation/comparison.ts';

/** Compares what the client's methods for an operation are called. */
export function compareCalls(
  { tell, before, after }: OperationComparison,
  [olds, news]: readonly [readonly ClientCall[], readonly ClientCall[]],
): void {
  const was = new Set(olds.map(({ call }) => call));
  const is = new Set(news.map(({ call }) => call));
  const come = news.filter(({ call }) => !was.has(call));
  for (const old of olds) {
    if (is.has(old.call)) continue;
    const subject = { resource: old.resource, method: old.method };
    const at = { subject, before: old.place ?? before.origin };
    const one = come.shift() ?? news[0];
    if (one === undefined) tell('method-removed', { ...at, args: { from: quoted(old.call) } });
    else
      tell('method-renamed', {
        ...at,
        args: { from: quoted(old.call), to: quoted(one.call) },
        after: one.place ?? after.origin,
      });
  }
  for (const { resource, method, call, place } of come)
    tell('method-added', {
      subject: { resource, method },
      args: { to: quoted(call) },
      after: place ?? after.origin,
    });
}
