import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { SIDES, type Side } from './fault.ts';

export interface MutationArguments {
  readonly config: string;
  readonly seed: string;
  readonly count: number;
  readonly sides: readonly Side[];
  readonly jobs: number;
  readonly reporter: 'json' | 'markdown';
  /** A file; null: standard output. */
  readonly output: string | null;
  /** The share of the faults that must be caught, or the exit code is 1. */
  readonly threshold: number;
  readonly quiet: boolean;
}

export const USAGE = `Puts faults into a provider, each alone, and tells which of them nobody notices.

  --config FILE      the provider's config; default specs/okta/plumbline.config.ts
  --seed TEXT        which faults are drawn; default 1
  --count NUMBER     how many; default 200
  --only SIDE,…      spec, page, client, server; default all four
  --jobs NUMBER      how many at once; default one a core
  --reporter NAME    markdown (default) or json
  --output FILE      where the report goes; default standard output
  --threshold SHARE  exit 1 where fewer are caught; default 0.95
  --quiet            no line for each fault
  --help
`;

/** Reads a command line; what cannot be meant is answered with a sentence. */
export function readArguments(
  args: readonly string[],
): MutationArguments | { readonly help: true } | { readonly wrong: string } {
  let values: Values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS }));
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { help: true };
  const count = Number(values.count);
  const jobs = Number(values.jobs ?? availableParallelism());
  const threshold = Number(values.threshold);
  const sides = values.only === undefined ? SIDES : values.only.split(',');
  const unknown = sides.find((side) => !(SIDES as readonly string[]).includes(side));
  if (unknown !== undefined) return { wrong: `\`--only\` does not know \`${unknown}\`.` };
  if (!(Number.isInteger(count) && count > 0)) return { wrong: '`--count` is a number from 1.' };
  if (!(Number.isInteger(jobs) && jobs > 0)) return { wrong: '`--jobs` is a number from 1.' };
  if (!(threshold >= 0 && threshold <= 1)) return { wrong: '`--threshold` is a share from 0 to 1.' };
  const { reporter, config, seed, output = null, quiet } = values;
  if (reporter !== 'json' && reporter !== 'markdown')
    return { wrong: '`--reporter` is `markdown` or `json`.' };
  return { config, seed, count, sides: sides as readonly Side[], jobs, reporter, output, threshold, quiet };
}

const OPTIONS = {
  config: { type: 'string', default: 'specs/okta/plumbline.config.ts' },
  seed: { type: 'string', default: '1' },
  count: { type: 'string', default: '200' },
  only: { type: 'string' },
  jobs: { type: 'string' },
  reporter: { type: 'string', default: 'markdown' },
  output: { type: 'string' },
  threshold: { type: 'string', default: '0.95' },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface Values {
  readonly config: string;
  readonly seed: string;
  readonly count: string;
  readonly only?: string | undefined;
  readonly jobs?: string | undefined;
  readonly reporter: string;
  readonly output?: string | undefined;
  readonly threshold: string;
  readonly quiet: boolean;
  readonly help: boolean;
}
