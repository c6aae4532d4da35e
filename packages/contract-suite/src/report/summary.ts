import type { CoverageReport, Share, Uncovered } from './coverage.ts';
import type { Covered } from './facts.ts';
import { code, counted, details, plain, table } from './markdown.ts';

/** So many failures, and things not covered for a reason, are told one by one. */
const TOLD = 50;

/** A report as Markdown, for people and for the summary of a CI job. */
export function summaryOf(report: CoverageReport): string {
  const { title, specVersion, coverage, failures, uncovered, tests } = report;
  const total = tests.passed + tests.failed;
  const verdict =
    tests.failed === 0
      ? `All ${counted(total, 'test')} pass.`
      : `**${counted(tests.failed, 'test')} of ${total} ${tests.failed === 1 ? 'fails' : 'fail'}.**`;
  const skipped = tests.skipped === 0 ? '' : ` ${counted(tests.skipped, 'test')} did not run.`;
  const shares = Object.entries(coverage).map(([kind, share]) => [kind, ...cells(share)]);
  return [
    `## Contract of ${plain(title)} ${plain(specVersion)}\n`,
    `${verdict}${skipped}\n`,
    table(['', 'covered', 'of', ''], shares, { numbers: true }),
    ...failuresOf(failures),
    ...uncoveredOf(uncovered),
    details('By service', servicesOf(report)),
    details('By what is tested', checksOf(report)),
  ].join('\n');
}

function cells({ covered, total }: Share): readonly string[] {
  return [String(covered), String(total), percent({ covered, total })];
}

/** Never rounded up to the whole. */
function percent({ covered, total }: Share): string {
  return total === 0 ? '–' : `${Math.floor((100 * covered) / total)}%`;
}

function failuresOf(failures: CoverageReport['failures']): readonly string[] {
  if (failures.length === 0) return [];
  const lines = failures.slice(0, TOLD).map(({ name, message }) => {
    const why = message === null ? '' : `<br>${plain(message.trim())}`;
    return `- ${code(name)}${why}\n`;
  });
  const more = failures.length > TOLD ? `- and ${failures.length - TOLD} more\n` : '';
  return [`### Failures\n\n${lines.join('')}${more}`];
}

function uncoveredOf(uncovered: readonly Uncovered[]): readonly string[] {
  if (uncovered.length === 0) return [];
  const groups = new Map<string, Uncovered[]>();
  for (const each of uncovered) {
    const key = JSON.stringify([each.kind, each.why]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each]);
    else known.push(each);
  }
  const parts = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => {
      const [{ kind, why } = { kind: '', why: '' }] = group;
      const lines = group.slice(0, TOLD).map((each) => `- ${nameOf(each)}\n`);
      const more = group.length > TOLD ? `- and ${group.length - TOLD} more\n` : '';
      return details(
        `${counted(group.length, singular(kind), kind)}: ${plain(why)}`,
        `${lines.join('')}${more}`,
      );
    });
  return [`### Not covered\n\n${parts.join('')}`];
}

function nameOf({ kind, operation, subject }: Uncovered): string {
  if (operation === null || kind === 'operations') return code(subject);
  return `${code(operation)}: ${code(subject)}`;
}

function singular(kind: string): string {
  return kind === 'statuses' ? 'status' : kind.replace(/s$/, '');
}

const OF_SERVICES = [
  'operations',
  'parameters',
  'body fields',
  'statuses',
  'pages',
] as const satisfies readonly Covered[];

function servicesOf({ services }: CoverageReport): string {
  const rows = Object.entries(services).map(([service, shares]) => [
    code(service),
    ...OF_SERVICES.map((kind) => {
      const { covered, total } = shares[kind];
      return total === 0 ? '–' : `${covered} of ${total}`;
    }),
  ]);
  return table(['service', ...OF_SERVICES], rows, { numbers: true });
}

function checksOf({ checks }: CoverageReport): string {
  const rows = Object.entries(checks).map(([kind, { passed, failed }]) => [
    code(kind),
    String(passed),
    String(failed),
  ]);
  return table(['tests of', 'passed', 'failed'], rows, { numbers: true });
}
