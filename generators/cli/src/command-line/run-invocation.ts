import { listItems, oneOf } from './choices.ts';
import { documentsOf, type GivenOption, valuesGiven } from './documents.ts';
import { type Invocation, type RunInvocation, wrongUse } from './invocation.ts';
import {
  DIFF_REPORTERS,
  type FailOn,
  OUTPUTS,
  type Output,
  type ReporterName,
  WATCH_REPORTERS,
} from './options.ts';

/** Reads the options of the commands that read documents. */
export function runInvocation(
  command: RunInvocation['command'],
  options: readonly GivenOption[],
  operands: readonly string[],
): Invocation {
  if (operands[0] !== undefined) {
    return wrongUse(
      `\`${command}\` takes no operand, and \`${operands[0]}\` is one.`,
      'Documents are named by `--spec`, `--pages` and `--provider-yaml`, configs by `--config`.',
    );
  }
  const documents = documentsOf(command, options);
  if ('kind' in documents) return documents;
  const value = valuesGiven(options);
  const only = OUTPUTS.filter((output) =>
    options.some((given) => given.name === 'only' && listItems(given.value).includes(output)),
  );
  return {
    kind: 'run',
    command,
    documents,
    only: only.length === 0 ? OUTPUTS : (only satisfies readonly Output[]),
    writeBaseline: value('write-baseline') !== null,
    dryRun: value('dry-run') !== null,
    // The choices were checked while scanning.
    reporter: (value('reporter') ?? 'pretty') as ReporterName,
    output: value('output'),
    failOn: (value('fail-on') ?? (command === 'model' ? 'never' : 'error')) as FailOn,
    quiet: value('quiet') !== null,
  };
}

/** Reads the options of `watch`: those of a generation. */
export function watchInvocation(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const given = runInvocation('generate', options, operands);
  if (given.kind !== 'run') return given;
  const { documents, only, quiet } = given;
  const reporter = oneOf('reporter', given.reporter, WATCH_REPORTERS);
  if (typeof reporter !== 'string') return reporter;
  return { kind: 'watch', documents, only, reporter, quiet };
}

/** Reads the options of `fix`, whose `--only` means codes. */
export function fixInvocation(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const given = runInvocation('drift', options, operands);
  if (given.kind !== 'run') return given;
  const { documents, dryRun, reporter, output, failOn, quiet } = given;
  const only = options.flatMap(({ name, value }) => (name === 'only' ? listItems(value) : []));
  const bindings = options.some(({ name }) => name === 'bindings');
  return { kind: 'fix', command: 'fix', documents, only, bindings, dryRun, reporter, output, failOn, quiet };
}

/** Reads the options of `diff`, and the two states. */
export function diffInvocation(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const [before, after = null, surplus] = operands;
  if (before === undefined || surplus !== undefined)
    return wrongUse(
      before === undefined ? 'Nothing to compare is given.' : `\`${surplus}\` is one operand too many.`,
      'Name two specs, models or git revisions: `plumbline diff OLD NEW`.',
    );
  const given = runInvocation('drift', options, []);
  if (given.kind !== 'run') return given;
  const { documents, output, failOn, quiet } = given;
  const reporter = oneOf('reporter', given.reporter, DIFF_REPORTERS);
  if (typeof reporter !== 'string') return reporter;
  const changeset = options.some(({ name }) => name === 'changeset');
  return {
    kind: 'diff',
    command: 'diff',
    before,
    after,
    documents,
    changeset,
    reporter,
    output,
    failOn,
    quiet,
  };
}
