import { parseArgs } from 'node:util';
import { wrongChoice } from './choices.ts';
import { isCommandName, isOptionOf } from './commands.ts';
import { type GivenOption, isDocuments } from './documents.ts';
import { type WrongUse, wrongUse } from './invocation.ts';
import { nearest } from './nearest.ts';
import { isOptionName, OPTION_NAMES, type OptionName, optionSpec } from './options.ts';

/** A command line in its parts. */
export interface Scanned {
  readonly options: readonly GivenOption[];
  readonly operands: readonly string[];
}

/** Splits into options and operands; every option is known, has its value, and a value that it accepts. */
export function scan(args: readonly string[]): Scanned | WrongUse {
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
