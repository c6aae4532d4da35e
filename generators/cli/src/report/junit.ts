import type { Diagnostic } from '@plumbline/model';
import type { Report } from './report.ts';

/** JUnit's XML, as CI systems show it: a suite for each file, a case for each finding; notes do not fail. */
export function junitReport({ diagnostics, summary }: Report): string {
  const byFile = Map.groupBy(diagnostics, ({ source }) => source.file);
  const failures = summary.errors + summary.warnings;
  const tests = Math.max(1, diagnostics.length);
  const suites =
    byFile.size === 0
      ? ['  <testsuite name="plumbline" tests="1" failures="0"><testcase name="no findings"/></testsuite>']
      : [...byFile].map(([file, findings]) => suite(file, findings));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plumbline" tests="${tests}" failures="${failures}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, findings: readonly Diagnostic[]): string {
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  return [
    `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures}">`,
    ...findings.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase({ code, severity, message, hint, source, related }: Diagnostic): string {
  const { file, line, column } = source;
  const places = related.map(
    (note) => `${note.source.file}:${note.source.line}:${note.source.column} ${note.message}`,
  );
  const text = xml([`${file}:${line}:${column} ${severity} ${code}: ${message}`, ...places, hint].join('\n'));
  const outcome =
    severity === 'info'
      ? `<system-out>${text}</system-out>`
      : `<failure type="${code}" message="${xml(message)}">${text}</failure>`;
  return `    <testcase name="${code} ${line}:${column}" classname="${xml(file)}" file="${xml(file)}" line="${line}">${outcome}</testcase>`;
}

/** Characters that XML 1.0 (section 2.2) does not allow become replacements. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
