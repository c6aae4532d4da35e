import type { Encoded } from './encoded.ts';
import { replaceInvisible, unicodeEscape } from './invisible.ts';

/** A double-quoted scalar (YAML 1.2.2 section 7.3.1), on one line. */
export function yamlString(value: string): Encoded<'yaml'> {
  return replaceInvisible(JSON.stringify(value), unicodeEscape) as Encoded<'yaml'>;
}
