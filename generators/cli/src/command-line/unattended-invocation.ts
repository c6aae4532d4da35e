import { type GivenOption, valuesGiven } from './documents.ts';
import { type Invocation, wrongUse } from './invocation.ts';
import { runInvocation } from './run-invocation.ts';

/** Reads the options of `review` and `regenerate`, which workflows run. */
export function unattendedInvocation(
  command: 'review' | 'regenerate',
  options: readonly GivenOption[],
  operands: readonly string[],
): Invocation {
  const [surplus] = operands;
  if (surplus !== undefined)
    return wrongUse(`\`${surplus}\` is one operand too many.`, `See \`plumbline ${command} --help\`.`);
  const given = runInvocation('check', options, []);
  if (given.kind !== 'run') return given;
  const { documents, failOn, quiet } = given;
  const value = valuesGiven(options);
  if (command === 'regenerate')
    return { kind: 'regenerate', documents, pullRequest: value('pull-request') !== null, quiet };
  const [base, sarif, comment] = [value('base'), value('sarif'), value('comment')];
  return { kind: 'review', documents, base, sarif, comment, failOn, quiet };
}

/** Reads the operand of `comment`. */
export function commentInvocation(operands: readonly string[]): Invocation {
  const [file, surplus] = operands;
  return file === undefined || surplus !== undefined
    ? wrongUse(
        file === undefined ? 'No file is given.' : `\`${surplus}\` is one operand too many.`,
        'Name the text of the comment: `plumbline comment FILE`.',
      )
    : { kind: 'comment', file };
}
