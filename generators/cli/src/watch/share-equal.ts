import { dictionary } from '@plumbline/model';

/**
 * What is now, with every part that is as it was replaced by that part of before: whoever keeps what was made of a part can
 * tell by `===` whether it still holds. Both are plain data without cycles. Keys in another order are another object, for
 * what is emitted follows them.
 */
export function shareEqual<T>(before: unknown, now: T): T {
  return shared(before, now) as T;
}

function shared(before: unknown, now: unknown): unknown {
  if (before === now) return before;
  if (Array.isArray(before) && Array.isArray(now)) return sharedArray(before, now);
  return isPlain(before) && isPlain(now) ? sharedObject(before, now) : now;
}

function sharedArray(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const parts = now.map((part, i) => shared(before[i], part));
  return before.length === now.length && parts.every((part, i) => part === before[i]) ? before : parts;
}

function sharedObject(before: Plain, now: Plain): Plain {
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(now)) return now;
  const entries = Object.keys(now).map(
    (key) => [key, shared(Object.hasOwn(before, key) ? before[key] : undefined, now[key])] as const,
  );
  const keys = Object.keys(before);
  const isSame =
    keys.length === entries.length &&
    entries.every(([key, part], i) => keys[i] === key && part === before[key]);
  if (isSame) return before;
  return Object.getPrototypeOf(now) === null ? dictionary(entries) : Object.fromEntries(entries);
}

interface Plain {
  readonly [key: string]: unknown;
}

function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
