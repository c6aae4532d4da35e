import { parseArgs } from 'node:util';
import { COMMAND_NAMES, type CommandName, commandSpec, isCommandName } from './commands.ts';
import { documentsOf, type GivenOption, isDocuments } from './documents.ts';
import { importInvocation } from './import-invocation.ts';
import { initInvocation } from './init-invocation.ts';
import { type Invocation, type RunInvocation, type WrongUse, wrongUse } from './invocation.ts';
import { nearest } from './nearest.ts';
import {
  DIFF_REPORTERS,
  type FailOn,
  isOptionName,
  OPTION_NAMES,
  type OptionName,
  OUTPUTS,
  type Output,
  optionSpec,
  type ReporterName,
  WATCH_REPORTERS,
} from './options.ts';
import { sqlInvocation } from './sql-invocation.ts';

/** Reads a command line, without the program's own name. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const scanned = scan(args);
  if ('kind' in scanned) return scanned;
  const { options, operands } = scanned;
  const [first, ...rest] = operands;

  if (options.some(({ name }) => name === 'version')) return { kind: 'version' };
  if (first === 'help') return rest[0] === undefined ? { kind: 'help', command: null } : helpFor(rest[0]);
  if (options.some(({ name }) => name === 'help')) {
    return first === undefined ? { kind: 'help', command: null } : helpFor(first);
  }
  if (first === undefined) {
    return wrongUse(
      'No command is given.',
      '`plumbline --help` lists them; `plumbline init` makes a workspace of a spec.',
    );
  }
  if (!isCommandName(first)) return unknownCommand(first);

  const foreign = options.find(({ name }) => !isOptionOf(first, name));
  if (foreign !== undefined) {
    const homes = COMMAND_NAMES.filter((command) => isOptionOf(command, foreign.name));
    return wrongUse(
      `\`--${foreign.name}\` is not an option of \`${first}\`.`,
      `It belongs to ${homes.join(', ')}. See \`plumbline ${first} --help\`.`,
    );
  }
  if (first === 'explain') return explain(rest);
  if (first === 'init') return initInvocation(options, rest);
  if (first === 'fix') return fix(options, rest);
  if (first === 'diff') return diff(options, rest);
  if (first === 'import') return importInvocation(options, rest);
  if (first === 'review' || first === 'regenerate') return unattended(first, options, rest);
  if (first === 'comment') return comment(rest);
  if (first === 'sql') return sqlInvocation(options, rest);
  const wrongOutput = wrongItem('only', options);
  if (wrongOutput !== null) return wrongOutput;
  if (first === 'watch') return watch(options, rest);
  return first === 'serve' ? serve(options, rest) : run(first, options, rest);
}

function explain(operands: readonly string[]): Invocation {
  const [code = null, surplus] = operands;
  return surplus === undefined
    ? { kind: 'explain', code }
    : wrongUse(`\`${surplus}\` is one operand too many.`, 'Name one code: `plumbline explain CODE`.');
}

function run(
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
  const value = (name: OptionName): string | undefined => options.find((given) => given.name === name)?.value;
  const only = OUTPUTS.filter((output) =>
    options.some((given) => given.name === 'only' && listItems(given.value).includes(output)),
  );
  return {
    kind: 'run',
    command,
    documents,
    only: only.length === 0 ? OUTPUTS : (only satisfies readonly Output[]),
    writeBaseline: value('write-baseline') !== undefined,
    dryRun: value('dry-run') !== undefined,
    // The choices were checked while scanning.
    reporter: (value('reporter') ?? 'pretty') as ReporterName,
    output: value('output') ?? null,
    failOn: (value('fail-on') ?? (command === 'model' ? 'never' : 'error')) as FailOn,
    quiet: value('quiet') !== undefined,
  };
}

function watch(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const given = run('generate', options, operands);
  if (given.kind !== 'run') return given;
  const { documents, only, quiet } = given;
  const reporter = WATCH_REPORTERS.find((name) => name === given.reporter);
  if (reporter === undefined)
    return wrongChoice('reporter', [given.reporter], WATCH_REPORTERS) ?? unknownCommand('watch');
  return { kind: 'watch', documents, only, reporter, quiet };
}

function fix(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const given = run('drift', options, operands);
  if (given.kind !== 'run') return given;
  const { documents, dryRun, reporter, output, failOn, quiet } = given;
  const only = options.flatMap(({ name, value }) => (name === 'only' ? listItems(value) : []));
  const bindings = options.some(({ name }) => name === 'bindings');
  return { kind: 'fix', command: 'fix', documents, only, bindings, dryRun, reporter, output, failOn, quiet };
}

function diff(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const [before, after = null, surplus] = operands;
  if (before === undefined || surplus !== undefined)
    return wrongUse(
      before === undefined ? 'Nothing to compare is given.' : `\`${surplus}\` is one operand too many.`,
      'Name two specs, models or git revisions: `plumbline diff OLD NEW`.',
    );
  const given = run('drift', options, []);
  if (given.kind !== 'run') return given;
  const { documents, output, failOn, quiet } = given;
  const reporter = DIFF_REPORTERS.find((name) => name === given.reporter);
  if (reporter === undefined)
    return wrongChoice('reporter', [given.reporter], DIFF_REPORTERS) ?? unknownCommand('diff');
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

/** The commands that workflows run. */
function unattended(
  command: 'review' | 'regenerate',
  options: readonly GivenOption[],
  operands: readonly string[],
): Invocation {
  const [surplus] = operands;
  if (surplus !== undefined)
    return wrongUse(`\`${surplus}\` is one operand too many.`, `See \`plumbline ${command} --help\`.`);
  const given = run('check', options, []);
  if (given.kind !== 'run') return given;
  const { documents, failOn, quiet } = given;
  const value = (name: OptionName): string | null => options.find((one) => one.name === name)?.value ?? null;
  if (command === 'regenerate')
    return { kind: 'regenerate', documents, pullRequest: value('pull-request') !== null, quiet };
  const [base, sarif, file] = [value('base'), value('sarif'), value('comment')];
  return { kind: 'review', documents, base, sarif, comment: file, failOn, quiet };
}

function comment(operands: readonly string[]): Invocation {
  const [file, surplus] = operands;
  return file === undefined || surplus !== undefined
    ? wrongUse(
        file === undefined ? 'No file is given.' : `\`${surplus}\` is one operand too many.`,
        'Name the text of the comment: `plumbline comment FILE`.',
      )
    : { kind: 'comment', file };
}

function serve(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const [file = null, surplus] = operands;
  if (surplus !== undefined)
    return wrongUse(`\`${surplus}\` is one operand too many.`, 'Name one document: `plumbline serve FILE`.');
  const naming = options.find(({ name }) => isDocuments(name) || name === 'config');
  if (file !== null && naming !== undefined)
    return wrongUse(
      `\`--${naming.name}\` cannot go with \`${file}\`.`,
      'Name the documents by one of them: `plumbline serve FILE`, or options alone.',
    );
  const documents = file === null ? documentsOf('serve', namedProvider(options)) : null;
  if (documents !== null && 'kind' in documents) return documents;
  const value = (name: OptionName): string | undefined => options.find((given) => given.name === name)?.value;
  const number = (name: 'port' | 'seed' | 'items' | 'delay'): number =>
    Number(value(name) ?? optionSpec(name).fallback);
  return {
    kind: 'serve',
    file,
    documents,
    port: number('port'),
    host: value('host') ?? optionSpec('host').fallback ?? '',
    seed: number('seed'),
    dynamic: value('dynamic') !== undefined,
    items: number('items'),
    delay: number('delay'),
    cors: value('no-cors') === undefined,
    quiet: value('quiet') !== undefined,
  };
}

/** A spec that is only served needs no provider's name. */
function namedProvider(options: readonly GivenOption[]): readonly GivenOption[] {
  const needsName =
    options.some(({ name }) => isDocuments(name)) && !options.some(({ name }) => name === 'provider');
  return needsName ? [{ name: 'provider', value: 'api' }, ...options] : options;
}

/** Splits into options and operands; every option is known, has its value, and a value that it accepts. */
function scan(
  args: readonly string[],
): { readonly options: readonly GivenOption[]; readonly operands: readonly string[] } | WrongUse {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(OPTION_NAMES.map((name) => [name, argsOption(name)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: GivenOption[] = [];
  const operands: string[] = [];
  let listening: OptionName | null = null;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      listening = null;
    } else if (token.kind === 'positional') {
      // A shell expands an unquoted glob into several words: all of them belong to the option.
      if (listening === null || operands.length === 0) operands.push(token.value);
      else options.push({ name: listening, value: token.value });
    } else {
      if (!isOptionName(token.name)) return unknownOption(token.rawName, operands[0]);
      const problem = valueProblem(token.name, token.value, token.inlineValue ?? false);
      if (problem !== null) return problem;
      const { name, value = '' } = token;
      if (
        optionSpec(name).repeatable !== true &&
        name !== 'only' &&
        options.some((one) => one.name === name)
      ) {
        return wrongUse(`\`--${name}\` is given twice.`, 'Give it once.');
      }
      options.push({ name, value });
      listening = isDocuments(name) || name === 'only' ? name : null;
    }
  }
  return { options, operands };
}

function argsOption(name: OptionName) {
  const { value, short } = optionSpec(name);
  const type = value === undefined ? ('boolean' as const) : ('string' as const);
  return { type, multiple: true, ...(short === undefined ? {} : { short }) };
}

function valueProblem(name: OptionName, value: string | undefined, isInline: boolean): WrongUse | null {
  const spec = optionSpec(name);
  if (spec.value === undefined) {
    return value === undefined
      ? null
      : wrongUse(`\`--${name}\` takes no value.`, `Write \`--${name}\` alone.`);
  }
  const isMissing = value === undefined || value === '' || (!isInline && /^-(?!-\s)./.test(value));
  if (isMissing) {
    return wrongUse(
      `\`--${name}\` needs a value.`,
      `Write \`--${name} ${spec.choices?.[0] ?? spec.value}\`.`,
    );
  }
  const { choices, most } = spec;
  if (most !== undefined && !(/^\d{1,10}$/.test(value) && Number(value) <= most))
    return wrongUse(
      `\`${value}\` is not a value of \`--${name}\`.`,
      `Write a whole number from 0 to ${most}.`,
    );
  // A list is looked at when the command is known: it may mean others by it.
  return choices === undefined || spec.isList === true ? null : wrongChoice(name, [value], choices);
}

/** The first item of an option's lists that is none of its choices. */
function wrongItem(name: OptionName, options: readonly GivenOption[]): WrongUse | null {
  const { choices = [] } = optionSpec(name);
  for (const given of options) {
    if (given.name !== name) continue;
    const items = listItems(given.value);
    const wrong = wrongChoice(name, items.length === 0 ? [given.value] : items, choices);
    if (wrong !== null) return wrong;
  }
  return null;
}

function wrongChoice(
  name: OptionName,
  items: readonly string[],
  choices: readonly string[],
): WrongUse | null {
  const wrong = items.find((item) => !choices.includes(item));
  if (wrong === undefined) return null;
  const meant = nearest(wrong, choices);
  return wrongUse(
    `\`${wrong}\` is not a value of \`--${name}\`.`,
    `${meant === null ? '' : `Did you mean \`${meant}\`? `}Values: ${choices.join(', ')}.`,
  );
}

function listItems(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isOptionOf(command: CommandName, option: OptionName): boolean {
  return option === 'help' || commandSpec(command).options.includes(option);
}

function helpFor(name: string): Invocation {
  return isCommandName(name) ? { kind: 'help', command: name } : unknownCommand(name);
}

function unknownCommand(name: string): WrongUse {
  const meant = nearest(name, COMMAND_NAMES);
  return wrongUse(
    `\`${name}\` is not a command.`,
    meant === null ? `Commands: ${COMMAND_NAMES.join(', ')}.` : `Did you mean \`plumbline ${meant}\`?`,
  );
}

/** Those of the command are meant before others. */
function unknownOption(rawName: string, first: string | undefined): WrongUse {
  const command = first !== undefined && isCommandName(first) ? first : null;
  const name = rawName.replace(/^-+/, '');
  const own = command === null ? [] : OPTION_NAMES.filter((option) => isOptionOf(command, option));
  const meant = nearest(name, own) ?? nearest(name, OPTION_NAMES);
  const help = command === null ? 'plumbline --help' : `plumbline ${command} --help`;
  return wrongUse(
    `\`${rawName}\` is not an option.`,
    meant === null ? `See \`${help}\`.` : `Did you mean \`--${meant}\`?`,
  );
}
