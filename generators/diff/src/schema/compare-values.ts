import type { JsonValue } from '@plumbline/model';
import { quoted, quotedList } from '../found.ts';
import type { Comparison } from './comparison.ts';

/** Compares the values that are allowed, the default and the format. */
export function compareValues(comparison: Comparison): void {
  compareEnum(comparison);
  compareFormat(comparison);
  compareDefault(comparison);
}

function compareEnum({ direction, before, after, tell }: Comparison): void {
  const was = before.values?.map(text);
  const is = after.values?.map(text);
  if (was === undefined && is === undefined) return;
  if (was === undefined) tell(`${direction}-enum-set`, { to: quotedList(is ?? []) });
  else if (is === undefined) tell(`${direction}-enum-lifted`);
  else {
    const gone = without(was, is);
    const come = without(is, was);
    if (gone.length > 0) tell(`${direction}-enum-value-removed`, { from: quotedList(gone) });
    if (come.length > 0) tell(`${direction}-enum-value-added`, { to: quotedList(come) });
  }
}

function without(values: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return values.filter((value) => !known.has(value));
}

function compareFormat({ direction, before, after, tell }: Comparison): void {
  if (before.format === after.format) return;
  const [from, to] = [before.format, after.format].map((format) => (format === '' ? '' : quoted(format)));
  if (direction === 'response')
    tell('response-format-changed', { from: from || 'of no format', to: to || 'of no format' });
  else if (to === '') tell('request-format-lifted', { from: from ?? '' });
  else tell('request-format-changed', { from: from ?? '', to: to ?? '' });
}

function compareDefault({ direction, before, after, tell }: Comparison): void {
  const [from, to] = [defaultText(before.default), defaultText(after.default)];
  if (from === to) return;
  if (direction === 'response') tell('response-default-changed', { from, to });
  else if (before.default === undefined) tell('request-default-set', { to });
  else if (after.default === undefined) tell('request-default-lifted', { from });
  else tell('request-default-changed', { from, to });
}

function defaultText(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : quoted(JSON.stringify(value));
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
