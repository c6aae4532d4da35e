import { type CatalogueParam, type CatalogueType, toJson } from '@plumbline/client-runtime';
import type { Span } from '@plumbline/sql';
import { isOf64Bits, parseJson } from '../json.ts';
import { Refusal } from '../refusal.ts';

/**
 * A value as a parameter or field of a type takes it: text that says a number, a boolean, a list or an object becomes one.
 * Throws a Refusal for any other.
 */
export function argumentOf(
  value: unknown,
  { name, type }: Pick<CatalogueParam, 'name'> & { readonly type: CatalogueType },
  at: Span,
): unknown {
  // An integer that no number holds keeps its digits.
  if (isBig(value) && (type === 'integer' || type === 'number')) return BigInt(value);
  if (typeof value === 'bigint' && type === 'any' && isBig(value)) return value;
  const plain = isBig(value) ? String(value) : typeof value === 'bigint' ? Number(value) : value;
  const converted = convert(plain, type);
  if (converted !== undefined) return converted;
  throw wrongType(plain, { name, type }, at);
}

/** Why a value cannot stand for a name of a type. */
export function wrongType(
  value: unknown,
  { name, type }: Pick<CatalogueParam, 'name'> & { readonly type: CatalogueType },
  at: Span,
): Refusal {
  const shown = toJson(value) ?? String(value);
  return new Refusal('wrong-type', {
    message: `\`${name}\` takes ${A[type]}, not ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}.`,
    hint: HINT[type],
    at,
  });
}

/** Whether a value of JSON is of a type. */
export function isOfType(value: unknown, type: CatalogueType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number';
    default:
      return typeof value === type;
  }
}

/** Of 64 bits, as the formats of OpenAPI have it, and beyond what a number tells apart. */
function isBig(value: unknown): value is bigint | string {
  if (typeof value !== 'bigint' && !(typeof value === 'string' && /^-?\d{16,19}$/.test(value))) return false;
  const integer = BigInt(value);
  return isOf64Bits(integer) && !Number.isSafeInteger(Number(integer));
}

const A: { readonly [Type in CatalogueType]: string } = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  any: 'any value',
};

const HINT: { readonly [Type in CatalogueType]: string } = {
  string: "Write it in single quotes: 'text'.",
  integer: 'Write it without quotes: 5.',
  number: 'Write it without quotes: 1.5.',
  boolean: 'Write true or false.',
  array: 'Write it as JSON: \'["a", "b"]\'.',
  object: 'Write it as JSON: \'{ "key": "value" }\'.',
  any: 'Write a value.',
};

function convert(value: unknown, type: CatalogueType): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'object' ? undefined : String(value);
    case 'integer':
      return numberOf(value, /^-?\d{1,15}$/, Number.isSafeInteger);
    case 'number':
      return numberOf(value, /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i, Number.isFinite);
    case 'boolean':
      if (value === 1 || value === 0) return value === 1;
      if (typeof value === 'string' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
      return typeof value === 'boolean' ? value : undefined;
    case 'array': {
      const list = jsonOf(value);
      if (Array.isArray(list)) return list;
      // One value is a list of one, as StackQL's users write it.
      return typeof value === 'object' ? undefined : [value];
    }
    case 'object': {
      const object = jsonOf(value);
      return typeof object === 'object' && object !== null && !Array.isArray(object) ? object : undefined;
    }
    case 'any': {
      // There is no other way to write a list or an object.
      const json = jsonOf(value);
      return typeof json === 'object' && json !== null ? json : value;
    }
  }
}

function numberOf(value: unknown, text: RegExp, isOne: (value: unknown) => boolean): number | undefined {
  const number = typeof value === 'string' && text.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && isOne(number) ? number : undefined;
}

function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseJson(value);
  } catch {
    return undefined;
  }
}
