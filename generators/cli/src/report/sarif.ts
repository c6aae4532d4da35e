import { hash } from 'node:crypto';
import { type Code, catalogue, type Diagnostic, type Severity, type Source } from '@plumbline/model';
import { GENERATOR } from '../generator.ts';
import type { Report } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies {
  [S in Severity]: string;
};

/** A log of SARIF 2.1.0 (OASIS): for code scanning. Every result has a location, without which uploads are refused. */
export function sarifReport({ diagnostics }: Report): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const fingerprint = fingerprints();
  const hasBaseline = diagnostics.some(({ baselined }) => baselined === true);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Plumbline', semanticVersion: GENERATOR.version, rules: codes.map(rule) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVELS[diagnostic.severity],
          ...(hasBaseline && { baselineState: diagnostic.baselined ? 'unchanged' : 'new' }),
          message: { text: `${diagnostic.message} ${diagnostic.hint}` },
          locations: [location(diagnostic.source)],
          ...relatedLocations(diagnostic),
          partialFingerprints: { 'plumbline/v1': fingerprint(diagnostic) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: Code) {
  const { title, explanation, example, severity } = catalogue[code];
  const fence = (text: string) => `\`\`\`${example.language}\n${text}\n\`\`\``;
  return {
    id: code,
    name: code
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: explanation },
    help: {
      text: `${explanation}\n\nBefore:\n${example.before}\n\nAfter:\n${example.after}`,
      markdown: `${explanation}\n\nBefore:\n\n${fence(example.before)}\n\nAfter:\n\n${fence(example.after)}`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function location({ file, line, column }: Source) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column },
    },
  };
}

function relatedLocations({ related }: Diagnostic) {
  if (related.length === 0) return {};
  const locations = related.map(({ message, source }, id) => ({
    id,
    message: { text: message },
    ...location(source),
  }));
  return { relatedLocations: locations };
}

/** Survives a shift of lines: made of what the finding is about, and of its number among equal ones. */
function fingerprints(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, subject, source, message }) => {
    const identity = JSON.stringify([code, source.file, subject, message]);
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return hash('sha256', `${identity} ${nth}`).slice(0, 32);
  };
}
