import { existsSync, readFileSync } from 'node:fs';
import {
  byCodeUnit,
  type Dictionary,
  type DraftDiagnostic,
  diagnose,
  dictionary,
  type Source,
} from '@plumbline/model';
import * as v from 'valibot';
import { displayPath } from '../display-path.ts';
import { withoutMark } from '../inputs/read.ts';
import { systemErrorReason } from '../system-error.ts';
import type { BaselineEntry } from './baseline.ts';

/** The file, read: the entries of each provider, and where each stands. */
export interface BaselineFile {
  readonly entries: Dictionary<readonly BaselineEntry[]>;
  readonly positionOf: (provider: string, index: number) => Source;
}

const subject = v.object({
  resource: v.optional(v.string()),
  method: v.optional(v.string()),
  operation: v.optional(v.string()),
  name: v.optional(v.string()),
  in: v.optional(v.picklist(['path', 'query', 'header', 'cookie', 'server', 'body', 'response'])),
  required: v.optional(v.boolean()),
});
const entry = v.object({
  code: v.string(),
  file: v.string(),
  subject,
  message: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const schema = v.object({ version: v.literal(1), findings: v.record(v.string(), v.array(entry)) });

/** Reads a baseline. One that is not there is empty; one that is no baseline is a finding. */
export function readBaselineFile(
  file: string,
  cwd: string,
): BaselineFile | { readonly problem: DraftDiagnostic } {
  const path = displayPath(file, cwd);
  const invalid = (reason: string) => {
    const at = { file: path, line: 1, column: 1 };
    return { problem: diagnose({ code: 'baseline-invalid', args: { path, reason }, at }) };
  };
  const start = () => ({ file: path, line: 1, column: 1 });
  let text: string;
  try {
    if (!existsSync(file)) return { entries: dictionary(), positionOf: start };
    text = withoutMark(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = systemErrorReason(error);
    if (reason === null) throw error;
    return invalid(reason);
  }
  const value = parsed(text);
  if (value === null) return invalid('it is not JSON');
  const checked = v.safeParse(schema, value);
  if (!checked.success) {
    const [issue] = checked.issues;
    return invalid(`\`${v.getDotPath(issue) ?? 'it'}\` is not what a baseline has there`);
  }
  const { findings } = checked.output;
  // `undefined` stands for an absent key.
  const entries = dictionary(Object.entries(findings)) as Dictionary<readonly BaselineEntry[]>;
  return { entries, positionOf: positions(text, path, entries) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Each entry stands on a line of its own, as it is written. */
function positions(text: string, path: string, entries: BaselineFile['entries']): BaselineFile['positionOf'] {
  const lines = text.split('\n').flatMap((line, i) => (/^\s*\{ ?"code":/.test(line) ? [i + 1] : []));
  return (provider, index) => {
    const names = Object.keys(entries);
    const before = names.slice(0, names.indexOf(provider)).flatMap((name) => entries[name] ?? []);
    return { file: path, line: lines[before.length + index] ?? 1, column: 1 };
  };
}

/** The text of a baseline: one entry a line, providers and entries sorted. */
export function baselineText(entries: BaselineFile['entries']): string {
  const providers = Object.keys(entries)
    .filter((name) => (entries[name] ?? []).length > 0)
    .sort(byCodeUnit)
    .map((name) => {
      const rows = (entries[name] ?? []).map((one) => `      ${JSON.stringify(one)}`);
      return `    ${JSON.stringify(name)}: [\n${rows.join(',\n')}\n    ]`;
    });
  const findings = providers.length === 0 ? '{}' : `{\n${providers.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}
