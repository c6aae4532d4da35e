import {
  CONSTRAINT_KEYS,
  type DraftDiagnostic,
  diagnose,
  type JsonValue,
  type NoteKey,
} from '@plumbline/model';
import type { FactComparison, SpecSide } from './fact-comparison.ts';
import { tellsBound, tellsDefault } from './prose-facts.ts';

/** The default that a row tells, or does not. */
export function compareDefault(comparison: FactComparison): readonly DraftDiagnostic[] {
  const { thing, name, row, subject } = comparison;
  const drift = compareValue(comparison, 'default', ({ facts }) => facts.default, tellsDefault);
  if (drift === null) return [];
  const { page, spec, related } = drift;
  const at = row.description?.source ?? row.source;
  return [
    page === null
      ? diagnose({ code: `${thing}-default-missing-from-page`, args: { name, spec }, at, subject, related })
      : diagnose({ code: `${thing}-default-differs`, args: { name, page, spec }, at, subject, related }),
  ];
}

/** The limits that a row tells, or does not. */
export function compareBounds(comparison: FactComparison): readonly DraftDiagnostic[] {
  const { thing, name, row, subject } = comparison;
  const at = row.description?.source ?? row.source;
  return CONSTRAINT_KEYS.flatMap((bound) => {
    const tells = (prose: string, value: string): boolean => tellsBound(prose, bound, value);
    const drift = compareValue(comparison, bound, ({ facts }) => facts[bound], tells);
    if (drift === null) return [];
    const { page, spec, related } = drift;
    return [
      page === null
        ? diagnose({
            code: `${thing}-bound-missing-from-page`,
            args: { name, bound, spec },
            at,
            subject,
            related,
          })
        : diagnose({
            code: `${thing}-bound-differs`,
            args: { name, bound, page, spec },
            at,
            subject,
            related,
          }),
    ];
  });
}

/** The two values where the row's note is right for none of the sides; null where it is right, or the prose is. */
function compareValue(
  { row, sides }: FactComparison,
  key: NoteKey,
  valueIn: (side: SpecSide) => JsonValue | undefined,
  isTold: (prose: string, value: string) => boolean,
): {
  readonly page: string | null;
  readonly spec: string;
  readonly related: DraftDiagnostic['related'];
} | null {
  const page = row.notes.pairs[key] ?? null;
  if (page === null && sides.every((side) => valueIn(side) === undefined)) return null;
  const values = sides.map((side) => ({ value: valueIn(side), origin: side.origin }));
  const prose = row.description?.value ?? '';
  const isRight = values.some(({ value }) => {
    if (value === undefined) return page === null;
    return page === null ? isTold(prose, valueText(value)) : isSaid(unquoted(page), value);
  });
  // The spec's own prose has what looks like a note, and the page repeats it.
  const isRepeated = sides.some(
    (side) =>
      page !== null && valueIn(side) === undefined && isTold(side.facts.description ?? '', unquoted(page)),
  );
  if (isRight || isRepeated) return null;
  const given = values.find(({ value }) => value !== undefined)?.value;
  const related = values.map(({ value, origin }) => ({
    message: value === undefined ? 'the spec has none' : `the spec says \`${valueText(value)}\``,
    place: origin,
  }));
  return { page, spec: given === undefined ? 'none' : valueText(given), related };
}

/** A value as a page writes it: strings without quotes, unless they are empty. */
export function valueText(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** `true` and `True`, `20` and `20.0`, `[]` and `[ ]` say the same. */
function isSaid(page: string, value: JsonValue): boolean {
  const text = valueText(value);
  if (page.trim() === text.trim() || page === value) return true;
  if (typeof value === 'number') return Number(page) === value;
  if (typeof value === 'boolean') return page.trim().toLowerCase() === text;
  return page.replace(/\s+/g, '') === text.replace(/\s+/g, '');
}

/** A value without the backticks that a page may set it in. */
export function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('`') && text.endsWith('`') ? text.slice(1, -1) : text;
}
