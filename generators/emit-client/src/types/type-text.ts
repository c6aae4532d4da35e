import { type Encoded, join, ts } from '@plumbline/render';

type Ts = Encoded<'ts'>;

/** A type as text: one that stands anywhere, or the members of a union or an intersection, none of them twice. */
export type TypeText =
  | { readonly kind: 'primary'; readonly text: Ts }
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly Ts[] };

const LINE = 100;

export function primary(text: Ts): TypeText {
  return { kind: 'primary', text };
}

/** `never` where there are no members; `unknown` where one is that. */
export function unionOf(types: readonly TypeText[]): TypeText {
  const members = types.flatMap((type) => (type.kind === 'union' ? type.members : bracketed(type)));
  if (members.includes(UNKNOWN)) return primary(UNKNOWN);
  return combined('union', members, types) ?? primary(ts`never`);
}

/** `unknown`, which adds nothing, left out. */
export function intersectionOf(types: readonly TypeText[]): TypeText {
  const telling = types.filter((type) => type.kind !== 'primary' || type.text !== UNKNOWN);
  const members = telling.flatMap((type) => (type.kind === 'intersection' ? type.members : bracketed(type)));
  return combined('intersection', members, telling) ?? primary(UNKNOWN);
}

export function isUnknown(type: TypeText): boolean {
  return type.kind === 'primary' && type.text === UNKNOWN;
}

export function arrayOf(item: TypeText): TypeText {
  return primary(ts`${bracketed(item)}[]`);
}

/** The text, at an indentation: a long union has its members one a line, the first below what comes before. */
export function textOf(type: TypeText, indent = ''): Ts {
  if (type.kind === 'primary') return type.text;
  const line = join(type.members, type.kind === 'union' ? ' | ' : ' & ');
  if (type.kind === 'intersection' || line.length <= LINE) return line;
  // No literal spans lines, so that what a member holds can be moved to the right.
  const members = type.members.map((member) => member.replaceAll('\n', '\n    ') as Ts);
  return join([ts``, ...members], `\n${indent}  | `);
}

/** A text behind a colon or an equals sign: with the blank before it, unless it begins a line of its own. */
export function spaced(text: Ts): Ts {
  return text.startsWith('\n') ? text : ts` ${text}`;
}

const UNKNOWN = ts`unknown`;

function combined(
  kind: 'union' | 'intersection',
  members: readonly Ts[],
  types: readonly TypeText[],
): TypeText | null {
  const unique = [...new Set(members)];
  const [only] = types;
  if (unique.length === 0) return null;
  // One alone keeps its kind, and needs no brackets.
  if (unique.length === 1 && only !== undefined) return only;
  return { kind, members: unique };
}

function bracketed(type: TypeText): Ts {
  return type.kind === 'primary'
    ? type.text
    : ts`(${join(type.members, type.kind === 'union' ? ' | ' : ' & ')})`;
}
