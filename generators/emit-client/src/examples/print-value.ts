import type { JsonValue } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsValue } from '@plumbline/render';

type Ts = Encoded<'ts'>;

const LINE = 90;

/** A value as code that people read: what is longer than a line has its members one a line. */
export function printValue(value: JsonValue, indent = ''): Ts {
  const line = tsValue(value);
  if (line.length + indent.length <= LINE || value === null || typeof value !== 'object') return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => printValue(item, inner));
    return lines('[', items, ']', indent);
  }
  const members = Object.entries(value).map(
    ([key, member]) => ts`${tsKey(key)}: ${printValue(member, inner)}`,
  );
  return lines('{', members, '}', indent);
}

/** Members one a line. */
export function lines(open: string, members: readonly Ts[], close: string, indent: string): Ts {
  const all = members.map((member) => ts`${indent as Ts}  ${member},\n`);
  return ts`${open as Ts}\n${join(all, '')}${indent as Ts}${close as Ts}`;
}
