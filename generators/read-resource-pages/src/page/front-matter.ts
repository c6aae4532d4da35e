import { type Dictionary, dictionary, isObject, type JsonValue, member } from '@plumbline/model';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Blocks } from '../document/blocks.ts';
import type { PageContext } from './context.ts';

/**
 * The front matter as data; empty where there is none. Anchors are refused, since a few lines of them can stand for
 * gigabytes, and nobody needs them here.
 */
export function readFrontMatter(page: PageContext, { frontMatter }: Blocks): Dictionary<JsonValue> {
  if (frontMatter === null) {
    if (/^---[ \t]*(?:\r?\n|$)/.test(page.text)) {
      page.report('front-matter-invalid', { reason: 'it is not closed by `---`' }, 0);
    }
    return dictionary();
  }
  const { start, end } = frontMatter;
  const written = page.text.slice(start, end);
  if (written.trim() === '') return dictionary();
  try {
    const value = load(written, { schema: CORE_SCHEMA, maxAliases: 0 });
    if (isObject(value)) return jsonMap(value);
    page.report('front-matter-invalid', { reason: 'it is no map of names to values' }, start);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    page.report('front-matter-invalid', { reason: error.reason }, start + (error.mark?.position ?? 0));
  }
  return dictionary();
}

/** A text of the front matter; null where it is missing or no text. */
export function frontMatterText(frontMatter: Dictionary<JsonValue>, key: string): string | null {
  const value = member(frontMatter, key);
  return typeof value === 'string' && value !== '' ? value : null;
}

function jsonMap(value: object): Dictionary<JsonValue> {
  return dictionary(Object.entries(value).map(([key, entry]) => [key, jsonValue(entry)]));
}

/** YAML's core schema knows `.inf` and `.nan`, which JSON does not: they become text. */
function jsonValue(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value === 'object' && value !== null) return jsonMap(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
