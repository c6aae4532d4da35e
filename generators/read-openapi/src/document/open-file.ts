import {
  type Code,
  type Diagnostic,
  diagnose,
  type Finding,
  type InputFile,
  isObject,
  type JsonObject,
  type JsonValue,
  member,
  type Source,
  settle,
} from '@plumbline/model';
import { lazy } from '../text/lazy.ts';
import { linesOf } from '../text/lines.ts';
import { parseText, type UnparsedText } from '../text/parse-text.ts';

/** A file of a spec, parsed. */
export interface OpenFile {
  readonly file: string;
  readonly document: JsonObject;
  readonly duplicateKeys: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  /** The place of a JSON Pointer: positions are looked up on the first call. */
  readonly locate: (pointer: string) => Source;
}

/** Parses a file and makes sure that it is an OpenAPI 3.0 or 3.1 document; else tells why it cannot be read. */
export function openFile({ path: file, text: raw }: InputFile): OpenFile | readonly Diagnostic[] {
  // Editors do not show a byte order mark, and count columns without it.
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lines = lazy(() => linesOf(text));
  const sourceAt = (offset: number): Source => ({ file, ...lines().at(offset) });
  const parsed = parseText(text);
  if ('problem' in parsed) return refuseText(file, parsed, sourceAt(parsed.offset));
  const positions = lazy(parsed.positions);
  const locate = (pointer: string): Source => sourceAt(positions().offsetOf(pointer));
  const { value: document } = parsed;
  const version = versionOf(document);
  if (!isObject(document) || version === null) {
    return refuse({ code: 'spec-not-openapi', args: { file }, at: locate('') });
  }
  if (!/^3\.[01](?:\.|$)/.test(version.value)) {
    const args = { file, version: version.value };
    return refuse({ code: 'spec-version-unsupported', args, at: locate(`/${version.key}`) });
  }
  const duplicateKeys = parsed.duplicateKeys.map(({ key, first, again }) => ({
    key,
    first: sourceAt(first),
    again: sourceAt(again),
  }));
  return { file, document, duplicateKeys, locate };
}

/** The version that a document says it is of; YAML makes a number of an unquoted `3.1`. */
function versionOf(document: JsonValue): { readonly key: string; readonly value: string } | null {
  for (const key of ['openapi', 'swagger']) {
    const value = member(document, key);
    if (typeof value === 'string' || typeof value === 'number') return { key, value: String(value) };
  }
  return null;
}

function refuseText(file: string, { problem, reason }: UnparsedText, at: Source): readonly Diagnostic[] {
  switch (problem) {
    case 'empty':
      return refuse({ code: 'spec-empty', args: { file }, at });
    case 'extent':
      return refuse({ code: 'spec-too-complex', args: { file, reason }, at });
    case 'syntax':
      return refuse({ code: 'spec-syntax', args: { file, reason }, at });
  }
}

function refuse<C extends Code>(finding: Finding<C> & { readonly at: Source }): readonly Diagnostic[] {
  const { at } = finding;
  return settle([diagnose(finding)], { locate: () => at, severity: {}, ignore: [] }).diagnostics;
}
