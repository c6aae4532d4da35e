import { catalogue, type Diagnostic } from '@plumbline/model';
import type { Colors } from '../terminal/colours.ts';
import { groupByCode } from './group-by-code.ts';
import type { ProviderSummary, Report } from './report.ts';
import { severityText } from './severity-text.ts';
import { counted, foundText } from './words.ts';

/** How a method was bound, in words. */
const BOUND_BY: { readonly [by: string]: string } = {
  config: 'by config',
  'x-stackql': 'by x-stackQL',
  'operation-id': 'by operation id',
  description: 'by description',
  signature: 'by signature',
  none: 'unbound',
};

/** What was read, bound, found and written: the last words of a run. */
export function closingSummary(
  { command, diagnostics, summary }: Report,
  { colours, seconds }: { readonly colours: Colors; readonly seconds: number },
): string {
  const total = totalText(summary);
  return [
    ...codeTable(
      diagnostics.filter(({ baselined }) => baselined !== true),
      command,
      colours,
    ),
    ...summary.providers.flatMap((provider) => [...providerLines(command, provider, colours), '']),
    `${colours.bold(total)} in ${seconds.toFixed(1)} s.`,
    '',
  ].join('\n');
}

function totalText(summary: Report['summary']): string {
  const { length } = summary.providers;
  // There are configs, or the run would not have begun.
  if (length === 0) return 'No provider is in this shard. Done';
  return length === 1 ? 'Done' : `Done, ${foundText(summary)} found,`;
}

/** Each code with its count, in the order of the groups that the pretty reporter makes. */
function codeTable(
  diagnostics: readonly Diagnostic[],
  command: Report['command'],
  colours: Colors,
): string[] {
  const groups = groupByCode(diagnostics);
  if (groups.length === 0) return [];
  const width = Math.max(...groups.map(([{ code }]) => code.length));
  const rows = groups.map((group) => {
    const [{ code, severity }] = group;
    const level = severityText(severity, colours) + ' '.repeat('warning'.length - severity.length);
    const title = colours.dim(catalogue[code].title);
    return `${String(group.length).padStart(6)} ${level} ${code.padEnd(width)}  ${title}`;
  });
  // What `fix` itself has left it cannot mend.
  const isFixable = command !== 'fix' && groups.some(([{ code }]) => catalogue[code].fixable);
  const next = [
    '`plumbline explain CODE` tells what a code means.',
    ...(isFixable ? ['`plumbline fix --dry-run` shows what it would mend in the pages.'] : []),
  ];
  return [...rows, ...next.map((line) => `       ${colours.dim(line)}`), ''];
}

function providerLines(command: Report['command'], provider: ProviderSummary, colours: Colors): string[] {
  const { read, found } = provider;
  const rows: [string, string][] = [
    [
      'read',
      `${counted(read.specFiles, 'spec file')} with ${counted(read.operations, 'operation')}, ` +
        `${counted(read.pages, 'page')} with ${counted(read.resources, 'resource')} and ${counted(read.methods, 'method')}`,
    ],
    ['bound', boundText(provider)],
    [
      'found',
      [
        foundText(found),
        ...(found.baselined === 0 ? [] : [`${found.baselined} in the baseline`]),
        ...(found.silenced === 0 ? [] : [`${found.silenced} silenced by the config`]),
      ].join('; '),
    ],
    ...outputRows(command, provider),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    colours.bold(provider.provider),
    ...rows.map(([name, text]) => `  ${colours.dim(name.padEnd(width))}  ${text}`),
  ];
}

function boundText({ read }: ProviderSummary): string {
  const by = Object.entries(read.boundBy).map(([name, count]) => `${count} ${BOUND_BY[name] ?? name}`);
  return `${read.bound} of ${counted(read.methods, 'method')}${by.length === 0 ? '' : `: ${by.join(', ')}`}`;
}

type Mode = 'wrote' | 'would write' | 'checked';

const WORDS: {
  readonly [mode in Mode]: { readonly [kind in 'created' | 'updated' | 'deleted' | 'scaffolded']: string };
} = {
  wrote: { created: 'created', updated: 'updated', deleted: 'deleted', scaffolded: 'scaffolded' },
  'would write': {
    created: 'to create',
    updated: 'to update',
    deleted: 'to delete',
    scaffolded: 'to scaffold',
  },
  checked: { created: 'missing', updated: 'outdated', deleted: 'orphaned', scaffolded: 'to scaffold' },
};

function outputRows(command: Report['command'], { outputs, dryRun }: ProviderSummary): [string, string][] {
  const mode: Mode = command === 'check' ? 'checked' : dryRun ? 'would write' : 'wrote';
  if (outputs.length === 0 && (command === 'generate' || command === 'check'))
    return [[mode, 'nothing: the config has no `client`, `docs` or `contractTests` that was asked for']];
  return outputs.map((written, i) => {
    const counts = (['created', 'updated', 'deleted', 'scaffolded'] as const).flatMap((kind) =>
      written[kind].length === 0 ? [] : [`${written[kind].length} ${WORDS[mode][kind]}`],
    );
    const kept = written.kept.length === 0 ? [] : [`${written.kept.length} edited or in the way, kept`];
    const text = [...counts, ...kept, `${written.unchanged} unchanged`].join(', ');
    return [i === 0 ? mode : '', `${written.output}: ${text}; ${written.folder}`];
  });
}

/** Every file that a dry run would touch. */
export function dryRunLines({ summary }: Report): string {
  return summary.providers
    .flatMap(({ outputs }) => outputs)
    .flatMap(({ folder, created, updated, deleted, scaffolded }) => [
      ...created.map((path) => `would create ${folder}/${path}\n`),
      ...updated.map((path) => `would update ${folder}/${path}\n`),
      ...deleted.map((path) => `would delete ${folder}/${path}\n`),
      ...scaffolded.map((path) => `would scaffold ${path}\n`),
    ])
    .join('');
}
