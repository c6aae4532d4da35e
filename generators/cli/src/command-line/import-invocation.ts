import { type GivenOption, valuesGiven } from './documents.ts';
import { type ImportInvocation, type WrongUse, wrongUse } from './invocation.ts';
import type { FailOn, ReporterName } from './options.ts';

/** Which documents shall become sources, and where those go. */
export function importInvocation(
  options: readonly GivenOption[],
  operands: readonly string[],
): ImportInvocation | WrongUse {
  const twice = options.find(
    ({ name }, i) => name === 'out' && options.findIndex((one) => one.name === name) !== i,
  );
  if (twice !== undefined) return wrongUse('`--out` is given twice.', 'Give it once.');
  const value = valuesGiven(options);
  const [out, output] = [value('out'), value('output')];
  // The choices were checked while scanning.
  const reporter = (value('reporter') ?? 'pretty') as ReporterName;
  const files = operands.filter((operand) => operand !== '-');
  const problem =
    files.length < operands.length && operands.length > 1
      ? wrongUse('`-` cannot go with files.', 'Import standard input by itself.')
      : out !== null && output !== null
        ? wrongUse('`--output` cannot go with `--out`.', 'Name one file, or the folder for several.')
        : files.length > 1 && out === null
          ? severalFiles(`${files.length} files`)
          : files.length === 0 && out !== null
            ? wrongUse('`--out` needs files.', 'Give `--output FILE` for standard input.')
            : reporter !== 'pretty' && out === null && output === null
              ? wrongUse(
                  `\`--reporter ${reporter}\` needs \`--output FILE\` or \`--out DIR\`.`,
                  'Without them the document goes to standard output.',
                )
              : null;
  if (problem !== null) return problem;
  return {
    kind: 'import',
    command: 'import',
    files,
    as: value('as') as ImportInvocation['as'],
    out,
    reporter,
    output,
    failOn: (value('fail-on') ?? 'error') as FailOn,
    quiet: value('quiet') !== null,
  };
}

/** `what` is how they are named: a glob, or their number. */
export function severalFiles(what: string): WrongUse {
  return wrongUse(
    `${what} cannot become one document.`,
    'Give `--out DIR`: each is written into it under its own name.',
  );
}
