import type { GivenOption } from './documents.ts';
import { type InitInvocation, type WrongUse, wrongUse } from './invocation.ts';
import type { OptionName } from './options.ts';

/** Reads the options of `init`. */
export function initInvocation(
  options: readonly GivenOption[],
  operands: readonly string[],
): InitInvocation | WrongUse {
  if (operands[0] !== undefined) {
    return wrongUse(
      `\`init\` takes no operand, and \`${operands[0]}\` is one.`,
      'The spec is named by `--spec`, the folder by `--dir`.',
    );
  }
  const all = (name: OptionName) => options.filter((one) => one.name === name).map(({ value }) => value);
  const [provider = null, another] = all('provider');
  if (another !== undefined) {
    return wrongUse(
      '`--provider` is given twice.',
      'A workspace begins with one; run `init` in it again for more.',
    );
  }
  return {
    kind: 'init',
    provider,
    spec: all('spec'),
    pages: all('pages'),
    scope: all('scope')[0] ?? null,
    dir: all('dir')[0] ?? '.',
    allowRemote: all('allow-remote').length > 0,
    yes: all('yes').length > 0,
    dryRun: all('dry-run').length > 0,
  };
}
