import { type Documents, type ProviderOptions, type WrongUse, wrongUse } from './invocation.ts';
import type { OptionName } from './options.ts';

/** An option as it was given. A flag's value is empty. */
export interface GivenOption {
  readonly name: OptionName;
  readonly value: string;
}

const PROVIDER_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Which documents the options name: those of configs, or those of providers given one by one. */
export function documentsOf(command: string, options: readonly GivenOption[]): Documents | WrongUse {
  const valuesOf = (name: OptionName) => options.filter((one) => one.name === name).map((one) => one.value);
  const documentOption = options.find(({ name }) => name === 'spec' || name === 'pages' || name === 'out');
  const files = valuesOf('config');
  if (documentOption === undefined) {
    return { by: 'config', files, providers: valuesOf('provider') };
  }
  if (files.length > 0) {
    return wrongUse(
      `\`--${documentOption.name}\` cannot go with \`--config\`.`,
      'The config names documents and folders; without it, give `--provider`, `--spec`, `--pages` and `--out`.',
    );
  }
  const providers = groupByProvider(options);
  if ('kind' in providers) return providers;
  for (const { provider, spec, out } of providers) {
    if (!PROVIDER_ID.test(provider)) {
      return wrongUse(
        `\`${provider}\` is not a provider id.`,
        'An id starts with a letter and has letters, digits, `_` and `-`.',
      );
    }
    if (spec.length === 0) {
      return wrongUse(
        `The provider \`${provider}\` has no spec.`,
        'Give `--spec FILE`: pages alone do not tell what the server honours.',
      );
    }
    if (out === null && (command === 'generate' || command === 'check')) {
      return wrongUse(
        `\`${command}\` needs a folder for \`${provider}\`.`,
        'Give `--out DIR`; `plumbline drift` needs none.',
      );
    }
  }
  const ids = providers.map(({ provider }) => provider);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined)
    return wrongUse(`The provider \`${twice}\` is given twice.`, 'Give each one once.');
  return { by: 'options', providers };
}

/** `--spec`, `--pages` and `--out` belong to the `--provider` before them; those before the first, to the first. */
function groupByProvider(options: readonly GivenOption[]): readonly ProviderOptions[] | WrongUse {
  const groups: { provider: string; spec: string[]; pages: string[]; out: string | null }[] = [];
  const first = options.find(({ name }) => name === 'provider');
  if (first === undefined) {
    return wrongUse('The provider is not named.', 'Give `--provider ID`, for instance `--provider okta`.');
  }
  let group = {
    provider: first.value,
    spec: [] as string[],
    pages: [] as string[],
    out: null as string | null,
  };
  groups.push(group);
  for (const option of options) {
    if (option.name === 'provider' && option !== first) {
      group = { provider: option.value, spec: [], pages: [], out: null };
      groups.push(group);
    } else if (option.name === 'spec' || option.name === 'pages') {
      group[option.name].push(option.value);
    } else if (option.name === 'out') {
      if (group.out !== null) {
        return wrongUse(
          `\`--out\` is given twice for \`${group.provider}\`.`,
          'Give each provider one folder.',
        );
      }
      group.out = option.value;
    }
  }
  return groups;
}
