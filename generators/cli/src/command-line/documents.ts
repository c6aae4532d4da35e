import { type Documents, type ProviderOptions, type Shard, type WrongUse, wrongUse } from './invocation.ts';
import type { OptionName } from './options.ts';

/** An option as it was given. A flag's value is empty. */
export interface GivenOption {
  readonly name: OptionName;
  readonly value: string;
}

/** Answers what was given for an option: an empty text for one that takes no value, null where it was not given. */
export function valuesGiven(options: readonly GivenOption[]): (name: OptionName) => string | null {
  return (name) => options.find((given) => given.name === name)?.value ?? null;
}

/** The options that name documents, and the members of {@link ProviderOptions} that hold what they name. */
const DOCUMENTS = { spec: 'spec', pages: 'pages', 'provider-yaml': 'providerYaml' } as const;

/** An option that names documents, one after the other. */
export function isDocuments(name: OptionName): name is keyof typeof DOCUMENTS {
  return Object.hasOwn(DOCUMENTS, name);
}

const PROVIDER_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Which documents the options name: those of configs, or those of providers given one by one. */
export function documentsOf(command: string, options: readonly GivenOption[]): Documents | WrongUse {
  const valuesOf = (name: OptionName) => options.filter((one) => one.name === name).map((one) => one.value);
  const documentOption = options.find(({ name }) => isDocuments(name) || name === 'out');
  const files = valuesOf('config');
  if (documentOption === undefined) {
    const [given] = valuesOf('shard');
    const shard = given === undefined ? null : shardOf(given);
    if (shard !== null && 'kind' in shard) return shard;
    return { by: 'config', files, providers: valuesOf('provider'), ...(shard !== null && { shard }) };
  }
  if (valuesOf('shard').length > 0) {
    return wrongUse(
      '`--shard` parts the configs, and there is none.',
      'Leave it out, or name the documents in configs.',
    );
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

function shardOf(text: string): Shard | WrongUse {
  const [, index = 0, count = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  return wrongUse(
    `\`${text}\` is not a shard.`,
    'Give the number of this machine and of all: `--shard 1/2`.',
  );
}

interface ProviderGroup {
  readonly provider: string;
  readonly spec: string[];
  readonly pages: string[];
  readonly providerYaml: string[];
  out: string | null;
}

function emptyGroup(provider: string): ProviderGroup {
  return { provider, spec: [], pages: [], providerYaml: [], out: null };
}

/** `--spec`, `--pages`, `--provider-yaml` and `--out` belong to the `--provider` before them; those before the first, to the first. */
function groupByProvider(options: readonly GivenOption[]): readonly ProviderOptions[] | WrongUse {
  const groups: ProviderGroup[] = [];
  const first = options.find(({ name }) => name === 'provider');
  if (first === undefined) {
    return wrongUse('The provider is not named.', 'Give `--provider ID`, for instance `--provider okta`.');
  }
  let group = emptyGroup(first.value);
  groups.push(group);
  for (const option of options) {
    if (option.name === 'provider' && option !== first) {
      group = emptyGroup(option.value);
      groups.push(group);
    } else if (isDocuments(option.name)) {
      group[DOCUMENTS[option.name]].push(option.value);
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
