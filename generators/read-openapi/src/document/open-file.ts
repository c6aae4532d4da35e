import {
  type Code,
  type Diagnostic,
  type DraftDiagnostic,
  diagnose,
  type Finding,
  type InputFile,
  isObject,
  type JsonObject,
  type JsonValue,
  type Locate,
  member,
  type Source,
  settle,
} from '@plumbline/model';
import { lazy } from '../text/lazy.ts';
import { linesOf } from '../text/lines.ts';
import { parseText, type UnparsedText } from '../text/parse-text.ts';
import { type Place, placesIn } from './place.ts';

/** A file of a spec, parsed. */
export interface OpenFile {
  readonly file: string;
  /** The version of the specification, as written. */
  readonly version: string;
  readonly document: JsonObject;
  readonly duplicateKeys: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  readonly place: Place;
  /** Line and column of a place of this file: looked up on the first call. */
  readonly locate: Locate;
  /** What there is to report of how the document came to be. */
  readonly findings: readonly DraftDiagnostic[];
}

/** Parses a file and makes sure that it is a Swagger 2.0, OpenAPI 3.0 or 3.1 document; else tells why it cannot be read. */
export function openFile({ path: file, text: raw }: InputFile): OpenFile | readonly Diagnostic[] {
  // Editors do not show a byte order mark, and count columns without it.
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lines = lazy(() => linesOf(text));
  const sourceAt = (offset: number): Source => ({ file, ...lines().at(offset) });
  const parsed = parseText(text);
  if ('problem' in parsed) return refuseText(file, parsed, sourceAt(parsed.offset));
  const positions = lazy(parsed.positions);
  const locate: Locate = ({ pointer }) => sourceAt(positions().offsetOf(pointer));
  const { value: document } = parsed;
  const version = versionOf(document);
  if (!isObject(document) || version === null) {
    return refuse({ code: 'spec-not-openapi', args: { file }, at: locate({ file, pointer: '' }) });
  }
  if (!SUPPORTED[version.key].test(version.value)) {
    const args = { file, version: version.value };
    const at = locate({ file, pointer: `/${version.key}` });
    return refuse({ code: 'spec-version-unsupported', args, at });
  }
  const duplicateKeys = parsed.duplicateKeys.map(({ key, first, again }) => ({
    key,
    first: sourceAt(first),
    again: sourceAt(again),
  }));
  return {
    file,
    version: version.value,
    document,
    duplicateKeys,
    place: placesIn(file),
    locate,
    findings: [],
  };
}

const SUPPORTED = { openapi: /^3\.[01](?:\.|$)/, swagger: /^2\.0$/ };

interface Version {
  readonly key: keyof typeof SUPPORTED;
  readonly value: string;
}

/** The version that a document says it is of. */
function versionOf(document: JsonValue): Version | null {
  for (const key of ['openapi', 'swagger'] as const) {
    const value = member(document, key);
    // YAML makes a number of an unquoted version, and `2.0` loses its zero.
    if (typeof value === 'number') return { key, value: value === 2 ? '2.0' : String(value) };
    if (typeof value === 'string') return { key, value };
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

/** A finding that leaves nothing to read. */
export function refuse<C extends Code>(finding: Finding<C> & { readonly at: Source }): readonly Diagnostic[] {
  const { at } = finding;
  return settle([diagnose(finding)], { locate: () => at, severity: {}, ignore: [] }).diagnostics;
}
