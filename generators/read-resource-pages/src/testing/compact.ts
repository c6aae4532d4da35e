import type { Source } from '@plumbline/model';

const WIDTH = 120;

/**
 * Plain data as JSON that people can read: each place as `line:column`, what is located as `[place, value]`, and on one
 * line what fits there.
 */
export function compactJson(value: unknown): string {
  return `${print(compact(value), 0)}\n`;
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  if (isSource(value)) return `${value.line}:${value.column}`;
  const entries = Object.entries(value);
  if (entries.length === 2 && 'value' in value && 'source' in value) {
    return [compact(value.source), compact(value.value)];
  }
  return Object.fromEntries(entries.map(([key, member]) => [key, compact(member)]));
}

function isSource(value: object): value is Source {
  return 'line' in value && 'column' in value && 'file' in value;
}

function print(value: unknown, depth: number): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || line.length + 2 * depth < WIDTH) return line;
  const indent = '  '.repeat(depth + 1);
  const members = Array.isArray(value)
    ? value.map((member) => indent + print(member, depth + 1))
    : Object.entries(value).map(
        ([key, member]) => `${indent}${JSON.stringify(key)}: ${print(member, depth + 1)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${members.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}
