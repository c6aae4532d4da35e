import { type DraftDiagnostic, diagnose } from '@plumbline/model';
import type { SchemaFactSheet } from '../schema-reader.ts';
import type { FactComparison, SpecSide, Thing } from './fact-comparison.ts';
import { compareBounds, compareDefault, unquoted, valueText } from './fact-values.ts';
import { tellsEnum } from './prose-facts.ts';

/**
 * Compares one row with what the spec says, fact by fact. Where several methods share the row and the spec says
 * different things of them, a row that is right for one of them is right: it cannot be so for all.
 */
export function compareFacts(comparison: FactComparison): readonly DraftDiagnostic[] {
  if (comparison.sides.length === 0) return [];
  return [
    ...compareType(comparison),
    // Without a Description column there is no place for notes.
    ...(comparison.row.description !== null
      ? [...compareEnum(comparison), ...compareDefault(comparison), ...compareBounds(comparison)]
      : []),
  ];
}

function compareType({
  thing,
  name,
  row,
  sides,
  hasFormats,
  subject,
}: FactComparison): readonly DraftDiagnostic[] {
  const cell = row.type?.value ?? null;
  const at = row.type?.source ?? row.source;
  const typed = sides.filter(({ facts }) => facts.types.length > 0);
  const [first] = typed;
  if (first === undefined || (cell === null && !hasFormats)) return [];
  const report = (code: `${Thing}-type-differs` | `${Thing}-format-differs`, spec: SpecSide) =>
    diagnose({
      code,
      args: {
        name,
        page: cell === null ? null : typeText([cell.type], cell.format),
        spec: factsText(spec.facts),
      },
      at,
      subject,
      related: typed.map(({ facts, origin }) => ({
        message: `the spec says \`${factsText(facts)}\``,
        place: origin,
      })),
    });
  if (cell === null) return [report(`${thing}-type-differs`, first)];
  const fitting = sides.filter(({ facts }) => allowsType(facts, cell.type));
  if (fitting.length === 0) return [report(`${thing}-type-differs`, first)];
  const isTold = fitting.some(({ facts }) => facts.types.length !== 1 || formatOf(facts) === cell.format);
  const [told] = fitting;
  return isTold || !hasFormats || told === undefined ? [] : [report(`${thing}-format-differs`, told)];
}

/** Where the spec allows several types a page may name one, or `any`. */
function allowsType({ types }: SchemaFactSheet, type: string): boolean {
  return types.length === 0 || types.includes(type) || (types.length > 1 && type === 'any');
}

function compareEnum({ thing, name, row, sides, subject }: FactComparison): readonly DraftDiagnostic[] {
  const allowed = sides.flatMap(({ facts, origin }) => {
    const values = allowedValues(facts);
    return values === null ? [] : [{ values, origin }];
  });
  const [first] = allowed;
  // Methods that share the row and have no enum could not be told by a list.
  if (first === undefined || allowed.length < sides.length) return [];
  const listed = row.notes.listed?.map(unquoted) ?? null;
  const prose = `${row.description?.value ?? ''} ${listed?.join(' ') ?? ''}`;
  const isAuthors = listed?.every((value) => !first.values.includes(value)) ?? true;
  const isRight = allowed.some(({ values }) => {
    const hasMore = !isAuthors && listed?.some((value) => !values.includes(value));
    // A value may have backticks of its own.
    const isListed = isSameSet(values, listed ?? []) || isSameSet(values, row.notes.listed ?? []);
    return isListed || (!hasMore && tellsEnum(prose, values));
  });
  if (isRight) return [];
  const spec = first.values.join(', ');
  const at = row.description?.source ?? row.source;
  const related = allowed.map(({ values, origin }) => ({
    message: `the spec allows ${values.join(', ')}`,
    place: origin,
  }));
  // A parenthesis with none of the values is the author's.
  if (listed === null || isAuthors) {
    return [
      diagnose({ code: `${thing}-enum-missing-from-page`, args: { name, spec }, at, subject, related }),
    ];
  }
  const page = listed.join(', ');
  const difference = differenceText(listed, first.values);
  return [
    diagnose({ code: `${thing}-enum-differs`, args: { name, page, spec, difference }, at, subject, related }),
  ];
}

/** The values of `enum` or `const` as text; null where there is neither, or nothing but `null`. */
function allowedValues(facts: SchemaFactSheet): readonly string[] | null {
  const values = facts.enum ?? (facts.const === undefined ? [] : [facts.const]);
  const texts = values.filter((value) => value !== null).map(valueText);
  return texts.length === 0 ? null : texts;
}

function differenceText(page: readonly string[], spec: readonly string[]): string {
  const onPage = new Set(page);
  const inSpec = new Set(spec);
  const lacks = (side: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`the ${side} lacks ${values.map((value) => `\`${value}\``).join(', ')}`];
  return [
    ...lacks(
      'page',
      spec.filter((value) => !onPage.has(value)),
    ),
    ...lacks(
      'spec',
      page.filter((value) => !inSpec.has(value)),
    ),
  ].join(', and ');
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const all = new Set(one);
  return other.every((value) => all.has(value)) && new Set(other).size === all.size;
}

/** An empty format is none. */
function formatOf({ format }: { readonly format?: string | undefined }): string | null {
  return format === undefined || format === '' ? null : format;
}

function factsText({ types, format }: SchemaFactSheet): string {
  return typeText(types, types.length === 1 ? formatOf({ format }) : null);
}

function typeText(types: readonly string[], format: string | null): string {
  const type = types.length === 0 ? 'any' : types.join(' | ');
  return format === null ? type : `${type} (${format})`;
}
