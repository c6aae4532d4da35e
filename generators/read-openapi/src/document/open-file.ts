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
import { parseDocument, type UnparsedDocument } from '@plumbline/yaml';
import { type Place, placesIn } from './place.ts';

/** A file, parsed. */
export interface ParsedFile {
  readonly file: string;
  readonly document: JsonValue;
  readonly duplicateKeys: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  readonly place: Place;
  /** Line and column of a place of this file: looked up on the first call. */
  readonly locate: Locate;
  /** Some `$ref` may lead to another file: a look at the text, which can err on this side alone. */
  readonly refersOutside: () => boolean;
}

/** A document of a spec. */
export interface OpenFile extends ParsedFile {
  /** The version of the specification, as written. */
  readonly version: string;
  readonly document: JsonObject;
  /** How the author wrote a reference of the document. */
  readonly written: (reference: string) => string;
  /** What there is to report of how the document came to be. */
  readonly findings: readonly DraftDiagnostic[];
}

/** Parses a file and makes sure that it is a Swagger 2.0 or OpenAPI 3.0 to 3.2 document; else tells why it cannot be read. */
export function openFile(input: InputFile): OpenFile | readonly Diagnostic[] {
  const parsed = parseFile(input);
  if (!('document' in parsed)) return parsed;
  const { file, document, locate } = parsed;
  const version = versionOf(document);
  if (!isObject(document) || version === null) {
    return refuse({ code: 'spec-not-openapi', args: { file }, at: locate({ file, pointer: '' }) });
  }
  if (!SUPPORTED[version.key].test(version.value)) {
    const args = { file, version: version.value };
    const at = locate({ file, pointer: `/${version.key}` });
    return refuse({ code: 'spec-version-unsupported', args, at });
  }
  return { ...parsed, document, version: version.value, written: (reference) => reference, findings: [] };
}

/** Parses a file, whatever is in it; else tells why it cannot be read. */
export function parseFile(input: InputFile): ParsedFile | readonly Diagnostic[] {
  const parsed = parseDocument(input);
  if ('problem' in parsed) return refuseText(parsed);
  const { file, text, value, duplicateKeys, locate } = parsed;
  return {
    file,
    document: value,
    duplicateKeys,
    place: placesIn(file),
    locate,
    refersOutside: () => refersOutside(text),
  };
}

const SUPPORTED = { openapi: /^3\.[012](?:\.|$)/, swagger: /^2\.0$/ };

/**
 * Whether a text has a `$ref` whose value, on its line or alone on the next, does not start with `#`. Keys that are
 * written by escapes count as well.
 */
function refersOutside(text: string): boolean {
  const outside =
    /["']?[ \t]*:(?:[ \t]*(?!["']?#)[^\s#]|[ \t]*(?:#.*)?\r?\n[ \t]*(?!["']?#)["']?[^\s:"']+["']?[ \t]*$)/my;
  for (let i = text.indexOf('$ref'); i >= 0; i = text.indexOf('$ref', i + 4)) {
    outside.lastIndex = i + 4;
    if (outside.test(text)) return true;
  }
  return text.includes('\\u0024ref') || text.includes('\\x24ref');
}

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

function refuseText({ file, problem, reason, at }: UnparsedDocument): readonly Diagnostic[] {
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
