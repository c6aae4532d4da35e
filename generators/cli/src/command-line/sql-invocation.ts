import { type GivenOption, valuesGiven } from './documents.ts';
import { type Invocation, type SqlScript, wrongUse } from './invocation.ts';
import { ON_FAILURE, type OptionName, optionSpec, ROW_MODES } from './options.ts';

/** Reads the options of `sql`. */
export function sqlInvocation(options: readonly GivenOption[], operands: readonly string[]): Invocation {
  const [surplus] = operands;
  if (surplus !== undefined)
    return wrongUse(
      `\`sql\` takes no operand, and \`${surplus}\` is one.`,
      'Give statements by `-c "SELECT …"`, or a file of them by `--file FILE`.',
    );
  const all = (name: OptionName): readonly string[] =>
    options.flatMap((given) => (given.name === name ? given.value : []));
  const value = valuesGiven(options);
  const number = (name: 'max-requests' | 'max-steps' | 'concurrency' | 'timeout'): number =>
    Math.max(1, Number(value(name) ?? optionSpec(name).fallback));

  const name = value('package');
  const [files, providers] = [all('config'), all('provider')];
  if (name !== null && files.length + providers.length > 0)
    return wrongUse('`--package` cannot go with a config.', 'Name the client by one of them.');
  const baseUrl = value('base-url');
  if (baseUrl !== null && !/^https?:\/\/[^/]/i.test(baseUrl))
    return wrongUse(
      `\`${baseUrl}\` is not a value of \`--base-url\`.`,
      'Write a whole address: http://127.0.0.1:4010.',
    );
  const values = new Map<string, string>();
  for (const pair of all('set')) {
    const at = pair.indexOf('=');
    if (at < 1) return wrongUse(`\`${pair}\` is not a value of \`--set\`.`, 'Write `--set NAME=VALUE`.');
    values.set(pair.slice(0, at), pair.slice(at + 1));
  }
  const scripts = options.flatMap((given): readonly SqlScript[] => {
    if (given.name === 'command') return [{ text: given.value }];
    return given.name === 'file' ? [{ file: given.value }] : [];
  });
  return {
    kind: 'sql',
    scripts,
    client:
      name === null
        ? { by: 'config', documents: { by: 'config', files, providers } }
        : { by: 'package', name },
    values,
    mode: ROW_MODES.find((mode) => mode === value('mode')) ?? 'table',
    baseUrl,
    maxRequests: number('max-requests'),
    maxSteps: number('max-steps'),
    concurrency: number('concurrency'),
    timeout: number('timeout'),
    onFailure: ON_FAILURE.find((one) => one === value('on-failure')) ?? 'stop',
    write: value('write') !== null,
    yes: value('yes') !== null,
    quiet: value('quiet') !== null,
  };
}
