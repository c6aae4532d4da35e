import type { JsonValue, Source } from '@plumbline/model';
import type { ReferenceLine } from './text-lines.ts';

/** A sample of a request or a response, with what its tabs say. */
export interface Sample {
  readonly media: string | null;
  /** Statuses whose tabs stand above it, the one that is shown first. */
  readonly statuses: readonly string[];
  /** Undefined where it is no JSON. */
  readonly value: JsonValue | undefined;
  readonly source: Source;
}

export interface ReadSamples {
  readonly samples: readonly Sample[];
  /** Where the last of it ends, by index into the lines. */
  readonly end: number;
}

const MEDIA = /^(?:content type:? ?)?([\w.+-]+\/[\w.+*-]+(?:; ?\w+=[\w-]+)?)$/i;
const STATUSES = /^(?:[1-5]\d\d|default)(?:[\s,|]*(?:[1-5]\d\d|default))*$/;
const START = /^[[{]/;
/** Bullets and arrows of a tree that can be folded. */
const MARKS = /^[\s•▸▾▼►·-]*(?=["{}[\]\d])/;

/** Brackets that never close are looked for to the end: a few times, no more. */
const MOST_UNCLOSED = 8;

/** Reads the samples from a line on. JSON is known by its brackets; other code is passed over. */
export function readSamples(lines: readonly ReferenceLine[], from: number, to: number): ReadSamples {
  const samples: Sample[] = [];
  let media: string | null = null;
  let statuses: string[] = [];
  let end = from;
  let unclosed = 0;
  for (let i = from; i < to; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const type = MEDIA.exec(line.text.slice(0, 200))?.[1];
    if (type !== undefined) {
      media = type;
      end = i + 1;
    } else if (STATUSES.test(line.text.slice(0, 200))) {
      statuses.push(...(line.text.match(/[1-5]\d\d|default/g) ?? []));
      end = i + 1;
    } else if (START.test(line.text)) {
      const stop = unclosed === MOST_UNCLOSED ? null : jsonEnd(lines, i, to);
      if (stop === null) {
        unclosed = Math.min(unclosed + 1, MOST_UNCLOSED);
        continue;
      }
      const value = jsonOf(lines.slice(i, stop));
      samples.push({ media, statuses, value, source: line.source });
      statuses = [];
      i = stop - 1;
      end = stop;
    }
  }
  return { samples, end };
}

/** The end of the lines whose brackets close; null where they never do. */
function jsonEnd(lines: readonly ReferenceLine[], from: number, to: number): number | null {
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    const text = lines[i]?.text ?? '';
    let inString = false;
    for (let at = 0; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (inString) {
        if (char === '\\') at += 1;
        else if (char === '"') inString = false;
      } else if (char === '"') inString = true;
      else if (char === '{' || char === '[') depth += 1;
      else if (char === '}' || char === ']') depth -= 1;
    }
    if (depth <= 0) return i + 1;
  }
  return null;
}

/** Undefined for what is no JSON, or was folded away. */
function jsonOf(lines: readonly ReferenceLine[]): JsonValue | undefined {
  const text = lines.map((line) => line.text.replace(MARKS, '')).join('\n');
  if (/(?:\{|\[)\s*(?:\.\.\.|…)\s*(?:\}|\])/.test(text)) return undefined;
  if (depthOf(text) > MOST_DEEP) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** No sample that people read is nested deeper. */
const MOST_DEEP = 64;

/** At least how deep a text is nested: brackets in strings count too. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [bracket] of text.matchAll(/[{}[\]]/g)) {
    depth += bracket === '{' || bracket === '[' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}
