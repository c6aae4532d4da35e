import type { JsonValue } from '@plumbline/model';
import type { Encoded } from './encoded.ts';
import { replaceInvisible, unicodeEscape } from './invisible.ts';

type Yaml = Encoded<'yaml'>;

/** Words and paths that hold nothing that YAML could mean by them. */
const PLAIN = /^[A-Za-z/][\w./()-]*(?:,? [\w./()-]+)*$/;
/** What YAML 1.1 and 1.2 read as something else than a string. */
const NO_STRING = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

/** A double-quoted scalar (YAML 1.2.2 section 7.3.1), on one line. */
export function yamlString(value: string): Yaml {
  return replaceInvisible(JSON.stringify(value), unicodeEscape) as Yaml;
}

/** A string as a scalar on one line: plain where every reader takes that for the same string, else quoted. */
export function yamlScalar(value: string): Yaml {
  return PLAIN.test(value) && !NO_STRING.test(value) ? (value as Yaml) : yamlString(value);
}

/**
 * A string as the value of a key: a literal block (YAML 1.2.2 section 8.1.2) where it has several lines and no
 * character that a block cannot hold, else a scalar on one line.
 * @param indent of the block's lines.
 */
export function yamlText(value: string, indent: string): Yaml {
  const text = value.replace(/\r\n?/g, '\n');
  const isShown = replaceInvisible(text, () => '\0') === text;
  const isBlock = text.includes('\n') && text.trim() === text && isShown;
  if (!isBlock) return yamlScalar(text);
  const lines = text.split('\n').map((line) => (line === '' ? '' : `${indent}${line}`));
  return `|-\n${lines.join('\n')}` as Yaml;
}

/** A JSON value on one line: plain or quoted text, else a flow collection (YAML 1.2.2 section 7.4) as JSON writes it. */
export function yamlValue(value: JsonValue): Yaml {
  return typeof value === 'string'
    ? yamlScalar(value)
    : (replaceInvisible(JSON.stringify(value), unicodeEscape) as Yaml);
}
