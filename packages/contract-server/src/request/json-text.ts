import type { JsonValue } from '../json.ts';

/** The value that a text is as JSON; the text itself where it is none. */
export function jsonOrText(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
