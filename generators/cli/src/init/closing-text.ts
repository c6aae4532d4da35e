import { printable } from '../report/printable.ts';
import { counted, foundText } from '../report/words.ts';
import type { Colors } from '../terminal/colours.ts';
import { pagingText } from './derived.ts';
import { namesOf } from './files/plan.ts';
import type { Gathered } from './gather.ts';
import { baselineFile, type Generated } from './generate-outputs.ts';

export interface ClosingOptions {
  /** Files that were there already, and stay. */
  readonly kept: readonly string[];
  /** Null: it did not end well. */
  readonly generated: Generated | null;
  /** As people call it. */
  readonly folder: string;
  readonly colours: Colors;
}

/** What was made, what was guessed, and what comes next. */
export function closingText(gathered: Gathered, options: ClosingOptions): string {
  const { plan, counts } = gathered;
  const { generated, kept, folder, colours } = options;
  const names = namesOf(plan);
  const rows: (readonly [string, string])[] = [
    ['spec', `${counted(counts.operations, 'operation')}; ${names.specsFolder}`],
    [
      'pages',
      counts.pagesGiven > 0
        ? `${counts.pagesGiven} copied; ${names.specsFolder}/resources`
        : `${counts.pages} written from the spec, one a resource; ${names.specsFolder}/resources`,
    ],
    ['client', `${names.client}; ${names.clientFolder}`],
    ['tests', names.contractTestsFolder],
    ...(gathered.isAddition ? [] : [['site', 'docs'] as const, ['CI', '.github/workflows'] as const]),
    ...guessRows(gathered),
    ...(generated === null ? [] : [['found', foundLine(gathered, generated)] as const]),
    ...(kept.length === 0 ? [] : [['kept', `${kept.join(', ')}: there already, not changed`] as const]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `  ${colours.dim(name.padEnd(width))}  ${printable(text)}`);
  const title = plan.title.replace(/\s+/g, ' ').trim();
  return [
    '',
    `${colours.bold(plan.provider)}${title === '' ? '' : `, ${printable(title)}`}`,
    ...lines,
    '',
    ...(generated === null ? [FAILED, ''] : []),
    colours.bold('Next'),
    ...nextSteps(gathered, folder).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

const FAILED = 'The outputs were not generated: `npx -y pnpm@12 generate` tells why.';

/** What was taken from the spec, for people to look at. */
function guessRows({ plan }: Gathered): readonly (readonly [string, string])[] {
  const { serverVariables, auth, paging } = plan.derived;
  const environment = [
    ...Object.values(serverVariables).flatMap(({ env }) => env ?? []),
    ...auth.map(([, env]) => env),
  ];
  const pages =
    paging.recognised.length === 0 && paging.suspect === null
      ? 'no list tells how it is paged; `pagination` in the config can'
      : `lists as the spec has them: ${pagingText(paging)}; \`pagination\` in the config overrules it`;
  return [
    ...(environment.length === 0
      ? []
      : [['reads', `${environment.join(', ')} from the environment`] as const]),
    ['paging', pages],
  ];
}

function foundLine({ plan }: Gathered, { found, baselined }: Generated): string {
  if (baselined > 0)
    return `${foundText(found)}, kept in ${baselineFile(plan)}: only new ones count; \`npx -y pnpm@12 fix\` mends pages`;
  const where =
    found.errors + found.warnings + found.infos === 0 ? '' : '; `npx -y pnpm@12 drift` lists them';
  return `${foundText(found)}${where}`;
}

function nextSteps({ plan, isAddition }: Gathered, folder: string): readonly string[] {
  const names = namesOf(plan);
  return [
    ...(folder === '.'
      ? []
      : [`cd ${/^[\w./@-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`]),
    ...(isAddition ? [`add "${names.specs}": "workspace:*" to devDependencies in docs/package.json`] : []),
    'npx -y pnpm@12 install   # then commit everything, pnpm-lock.yaml too',
    'npx -y pnpm@12 verify    # up to date, type-checked, tested',
    'npx -y pnpm@12 site      # the docs site on this machine',
  ];
}
