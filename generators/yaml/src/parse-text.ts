import type { JsonValue } from '@plumbline/model';
import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { countColons, jsonTree } from './json-tree.ts';
import { countKeys, MAX_DEPTH, MAX_NODES, measure } from './measure.ts';
import {
  type DuplicateKey,
  findDuplicateKeys,
  indexPositions,
  type PositionIndex,
} from './position-index.ts';
import { yamlTree } from './yaml-tree.ts';

/** A text as data. */
export interface ParsedText {
  readonly value: JsonValue;
  /** Later ones win in `value`. */
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Built at each call: keep the answer. */
  readonly positions: () => PositionIndex;
}

export interface UnparsedText {
  readonly problem: 'empty' | 'syntax' | 'extent';
  /** What is wrong, as a clause. */
  readonly reason: string;
  readonly offset: number;
}

/** YAML 1.2 core types and the merge key, without timestamps: what openapi-typescript's own parser takes. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/** Parses JSON (RFC 8259), or YAML 1.2 where the text is no JSON. A byte order mark must have been taken off. */
export function parseText(text: string): ParsedText | UnparsedText {
  return parseJson(text) ?? parseYaml(text);
}

/** Null where the text is not JSON: YAML then accepts it, or says where it goes wrong. */
function parseJson(text: string): ParsedText | UnparsedText | null {
  if (!/^[\t\n\r ]*\{/.test(text)) return null;
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const keys = countKeys(value);
  if (keys === null) return tooDeep(0);
  // Each member has its colon: where there are more of them than keys, some key came twice.
  const repeated = countColons(text) !== keys;
  return {
    value,
    duplicateKeys: repeated ? findDuplicateKeys(jsonTree(text)) : [],
    positions: () => indexPositions(jsonTree(text)),
  };
}

const EMPTY: UnparsedText = { problem: 'empty', reason: 'it holds nothing', offset: 0 };

function parseYaml(text: string): ParsedText | UnparsedText {
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const second = events.findIndex((event, i) => i > 0 && event.type === EVENT_ID.DOCUMENT);
    if (second > 0) {
      const reason = 'it holds more than one YAML document';
      return { problem: 'syntax', reason, offset: startOf(events[second + 1]) };
    }
    const { value, repeated } = construct(text, events);
    if (value === null || value === undefined) return EMPTY;
    const alias = events.findIndex((event) => event.type === EVENT_ID.ALIAS);
    if (alias >= 0) {
      const extent = measure(value);
      if (extent === null) return tooDeep(startOf(events[alias]));
      if (extent.nodes > MAX_NODES) {
        const reason = `its aliases expand to more than ${MAX_NODES / 1e6} million values`;
        return { problem: 'extent', reason, offset: startOf(events[alias]) };
      }
    }
    return {
      value,
      duplicateKeys: repeated ? findDuplicateKeys(yamlTree(text, events)) : [],
      positions: () => indexPositions(yamlTree(text, events)),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    return error.reason.startsWith('nesting exceeded')
      ? tooDeep(offset)
      : { problem: 'syntax', reason: error.reason, offset };
  }
}

/**
 * The value of the only document, undefined where there is none. Strictly first, since that is faster than looking for
 * repeated keys oneself; then with the later key winning.
 */
function construct(
  text: string,
  events: Event[],
): {
  readonly value: JsonValue | undefined;
  readonly repeated: boolean;
} {
  const options = { source: text, schema: SCHEMA };
  try {
    return { value: constructFromEvents(events, options)[0] as JsonValue | undefined, repeated: false };
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== 'duplicated mapping key') throw error;
    return {
      value: constructFromEvents(events, { ...options, json: true })[0] as JsonValue | undefined,
      repeated: true,
    };
  }
}

function tooDeep(offset: number): UnparsedText {
  const reason = `it is nested deeper than ${MAX_DEPTH} levels or contains itself`;
  return { problem: 'extent', reason, offset };
}

function startOf(event: Event | undefined): number {
  if (event === undefined) return 0;
  if ('start' in event) return event.start;
  if ('valueStart' in event) return Math.max(event.valueStart, 0);
  return 'anchorStart' in event ? event.anchorStart - 1 : 0;
}
