import type { Fault } from '../fault.ts';
import type { MutationRun } from '../run/run-mutants.ts';
import { type Tally, tally } from './tally.ts';

/** The run for people: figures by side and by operator, then the survivors, then what nobody could notice. */
export function markdownReport(run: MutationRun): string {
  const { provider, seed, places, verdicts, equivalents, tests, seconds } = run;
  const { all, sides, operators } = tally(verdicts);
  const caught = all.faults - all.survived;
  const survivors = verdicts.filter(({ by }) => by === null);
  const lines = [
    `# Mutants of \`${provider}\``,
    '',
    `${caught} of ${all.faults} faults were caught (${share(caught, all.faults)}), in ${Math.round(seconds)} s. ` +
      `Seed \`${seed}\`, of ${places} places; ${tests} tests.`,
    '',
    ...table(
      ['side', ...HEAD],
      sides.map((each) => [each.side, ...cells(each)]),
    ),
    '',
    ...table(
      ['side', 'operator', ...HEAD],
      operators.map((each) => [each.side, each.operator, ...cells(each)]),
    ),
    '',
    '## Survivors',
    '',
    ...(survivors.length === 0 ? ['None.'] : survivors.map(({ fault }) => `- ${line(fault)}`)),
    '',
    '## Equivalent',
    '',
    ...(equivalents.length === 0
      ? ['None.']
      : equivalents.map(({ fault, why }) => `- ${line(fault)}: ${why}`)),
    '',
  ];
  return lines.join('\n');
}

const HEAD = ['faults', 'drift', 'types', 'suites', 'survived'];

function cells({ faults, drift, types, suites, survived }: Tally): readonly string[] {
  return [faults, drift, types, suites, survived].map(String);
}

function line({ operator, what, at }: Fault): string {
  const place = at === null ? '' : ` (${at.file}:${at.line}:${at.column})`;
  return `${operator}: ${what.replaceAll('\n', ' ')}${place}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)}%`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const row = (each: readonly string[]) => `| ${each.join(' | ')} |`;
  return [
    row(head),
    row(head.map((_, i) => (i < head.length - HEAD.length ? '---' : '---:'))),
    ...rows.map(row),
  ];
}
