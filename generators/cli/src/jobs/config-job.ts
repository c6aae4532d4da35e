import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Dictionary, dictionary, type ProviderSettings } from '@plumbline/model';
import type { Config } from '../config/config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { NamedInput } from '../inputs/named-input.ts';
import { clientVersion } from './client-version.ts';
import { BASELINE, CHANGELOG, type Job, type Target, target } from './job.ts';
import { defaultPackage } from './option-job.ts';

/** The job that a config describes; its paths start from the config's folder. */
export function configJob({ config, file, positionOf }: LoadedConfig): Job {
  const base = dirname(file);
  const named = (key: 'spec' | 'pages' | 'providerYaml' | 'overlays'): readonly NamedInput[] =>
    (config[key] ?? []).map((pattern, i) => ({
      pattern,
      base,
      option: `\`${key}[${i}]\` of the config`,
      position: () => positionOf([key, i]),
    }));
  return {
    provider: config.provider,
    settings: settingsOf(config, base),
    config: file,
    positionOf,
    baseline: resolve(base, config.baseline ?? BASELINE),
    spec: named('spec'),
    upstream: Object.entries(config.upstream ?? {}).map(([path, url]) => ({
      file: resolve(base, path),
      url,
    })),
    pages: named('pages'),
    providerYaml: named('providerYaml'),
    overlays: named('overlays'),
    changelog: changelogOf(config, base, positionOf),
    editUrl: config.docs?.editUrl?.replace(/\/+$/, '') ?? null,
    allowRemote: config.allowRemote ?? false,
    targets: targetsOf(config, base),
  };
}

/** The file that is named, which must be there, or the one by the config if it is. */
function changelogOf(
  { docs }: Config,
  base: string,
  positionOf: LoadedConfig['positionOf'],
): readonly NamedInput[] {
  if (docs === undefined || (docs.changelog === undefined && !existsSync(join(base, CHANGELOG)))) return [];
  return [
    {
      pattern: docs.changelog ?? CHANGELOG,
      base,
      option: '`docs.changelog` of the config',
      position: () => positionOf(['docs', 'changelog']),
    },
  ];
}

function targetsOf({ client, docs, contractTests }: Config, base: string): readonly Target[] {
  const targets: Target[] = [];
  if (client) targets.push(target('client', resolve(base, client.dir), '`client.dir` of the config'));
  if (docs) targets.push(target('docs', resolve(base, docs.dir), '`docs.dir` of the config'));
  if (contractTests) {
    const root = resolve(base, contractTests.dir);
    targets.push(target('contract-tests', root, '`contractTests.dir` of the config'));
  }
  return targets;
}

function settingsOf(config: Config, base: string): ProviderSettings {
  const { provider, client, docs, pagination, errors = {}, rateLimit = {}, ignore = [] } = config;
  return {
    provider,
    serverVariables: mapped(config.serverVariables, present),
    bind: mapped(config.bind, same),
    rename: mapped(config.rename, same),
    severity: mapped(config.severity, same),
    ignore: ignore.map(present),
    client: {
      package: client?.package ?? defaultPackage(provider),
      ...(client && clientVersion(resolve(base, client.dir))),
      auth: mapped(config.auth, present),
      pagination: pagination ?? null,
      errors: present(errors),
      rateLimit: present(rateLimit),
      siteUrl: docs?.siteUrl?.replace(/\/+$/, '') ?? null,
    },
  };
}

function mapped<T, U>(
  record: { readonly [key: string]: T } | undefined,
  change: (value: T) => U,
): Dictionary<U> {
  return dictionary(Object.entries(record ?? {}).map(([key, value]) => [key, change(value)]));
}

function same<T>(value: T): T {
  return value;
}

/** Without the keys that are `undefined`. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
