import {
  childPointer,
  type Diagnostic,
  type InputFile,
  isObject,
  type JsonValue,
  member,
} from '@plumbline/model';
import { describe } from '@plumbline/yaml';
import type { Node } from '../document/node.ts';
import { type ParsedFile, parseFile, refuse } from '../document/open-file.ts';

/** An overlay (OpenAPI Overlay Specification 1.0.0 section 4.4.1), parsed. */
export interface Overlay {
  readonly file: ParsedFile;
  /** The document that it says it is for, as written; null where it does not say. */
  readonly extends: string | null;
  /** In order, whatever they are. */
  readonly actions: readonly Node[];
}

/** Parses an overlay; else tells why it cannot be read. */
export function openOverlay(input: InputFile): Overlay | readonly Diagnostic[] {
  const parsed = parseFile(input);
  if (!('document' in parsed)) return parsed;
  const { file, document, locate } = parsed;
  const malformed = (reason: string, pointer: string): readonly Diagnostic[] =>
    refuse({ code: 'overlay-malformed', args: { file, reason }, at: locate({ file, pointer }) });
  const version = member(document, 'overlay');
  if (!isObject(document) || version === undefined) return malformed('it has no `overlay` key', '');
  if (!/^1(?:\.|$)/.test(String(version))) {
    const told = isObject(version) || Array.isArray(version) ? describe(version) : `\`${String(version)}\``;
    return malformed(`its version is ${told}`, '/overlay');
  }
  const actions = member(document, 'actions');
  if (!Array.isArray(actions)) return malformed('it has no list of `actions`', '/actions');
  const target = member(document, 'extends');
  return {
    file: parsed,
    extends: typeof target === 'string' ? target : null,
    actions: actions.map((value: JsonValue, i) => ({ value, pointer: childPointer('/actions', i) })),
  };
}
