import { markdownTable } from '../markdown-table.ts';
import type { Bundle } from './bundle.ts';
import type { CallCode } from './calls.ts';
import type { Consumer } from './consumers.ts';
import { count, goalsOn, type Measures } from './goals.ts';
import type { Subject } from './subjects.ts';

/** What was compared, for the titles. */
export interface Compared {
  readonly consumers: readonly Consumer[];
  readonly oneCall: readonly CallCode[];
  readonly whole: readonly CallCode[];
  readonly readers: readonly CallCode[];
}

const MODULES = 12;

export function clientReport(subject: Subject, compared: Compared, measures: Measures): string {
  const { types, services, oneCall, whole, requests } = measures;
  const typeTables = [...types].map(([compiler, costs]) => {
    const measure = costs.get('openapi-fetch');
    const rows = compared.consumers.map(({ id, title }) => {
      const cost = costs.get(id);
      if (cost === undefined || measure === undefined) return [title, 'failed'];
      const { instantiations, seconds, checkSeconds, errors } = cost;
      return [
        title,
        count(instantiations),
        (instantiations / measure.instantiations).toFixed(3),
        checkSeconds.toFixed(2),
        seconds.toFixed(2),
        (seconds / measure.seconds).toFixed(2),
        String(errors),
      ];
    });
    const head = [`50 GETs, ${compiler}`, 'instantiations', 'ratio', 'check s', 'total s', 'ratio', 'errors'];
    return markdownTable(head, rows);
  });
  const shares = services
    .slice(0, 5)
    .map(({ service, bytes, ofOwn, ofAll }) => [service, count(bytes), percent(ofOwn), percent(ofAll)]);
  const measure = requests.get('openapi-fetch');
  const costs = compared.readers.map(({ id, title }) => {
    const cost = requests.get(id);
    if (cost === undefined || measure === undefined) return [title, 'failed'];
    const { least, middle, most, usual } = cost;
    const ratio = (most / measure.most).toFixed(2);
    return [title, least.toFixed(1), middle.toFixed(1), count(most), count(usual), ratio];
  });
  const parts = oneCall.get('plumbline')?.modules ?? [];
  const rest = parts.slice(MODULES).reduce((sum, [, bytes]) => sum + bytes, 0);
  const modules = [
    ...parts.slice(0, MODULES),
    [`${Math.max(0, parts.length - MODULES)} more`, rest] as const,
  ];
  const goals = goalsOn(subject.id, measures).map(({ text, figure, goal, accepted, outcome }) => [
    text,
    figure,
    goal,
    accepted,
    outcome,
  ]);
  return [
    `## ${subject.title}`,
    ...typeTables,
    markdownTable(['types of one service (largest)', 'bytes', 'without `http`’s', 'of all'], shares),
    bundleTable('one call, bundled', compared.oneCall, oneCall),
    markdownTable(
      ['of Plumbline’s one call', 'bytes'],
      modules.map(([file, bytes]) => [file, count(bytes)]),
    ),
    bundleTable('the whole client, bundled', compared.whole, whole),
    markdownTable(
      ['a request', 'least CPU µs', 'middle', 'most per second', 'middle', 'beside openapi-fetch'],
      costs,
    ),
    markdownTable(['goal', 'measured', 'goal', 'accepted', 'outcome'], goals),
    '',
  ].join('\n\n');
}

function bundleTable(
  title: string,
  codes: readonly CallCode[],
  bundles: ReadonlyMap<string, Bundle>,
): string {
  const own = bundles.get('plumbline')?.minified ?? Number.NaN;
  const rows = codes.map((code) => {
    const bundle = bundles.get(code.id);
    if (bundle === undefined) return [code.title, 'failed'];
    return [code.title, count(bundle.minified), count(bundle.gzip), (bundle.minified / own).toFixed(2)];
  });
  return markdownTable([title, 'minified', 'gzip', 'beside Plumbline'], rows);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
