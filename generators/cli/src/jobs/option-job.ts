import { join, resolve } from 'node:path';
import { providerSettings } from '@plumbline/model';
import type { ProviderOptions } from '../command-line/invocation.ts';
import { OUTPUTS } from '../command-line/options.ts';
import type { NamedInput } from '../inputs/named-input.ts';
import { clientVersion } from './client-version.ts';
import { BASELINE, type Job, target } from './job.ts';

/** The job of a provider that the command line describes, without a config. */
export function optionJob(
  { provider, spec, specOption = '`--spec`', pages, providerYaml, out }: ProviderOptions,
  cwd: string,
): Job {
  const named =
    (option: string) =>
    (pattern: string): NamedInput => ({
      pattern,
      base: cwd,
      option,
      position: null,
    });
  return {
    provider,
    settings: providerSettings(provider, defaultPackage(provider), {
      client: { ...(out !== null && clientVersion(join(resolve(cwd, out), 'client'))) },
    }),
    config: null,
    positionOf: null,
    baseline: join(cwd, BASELINE),
    spec: spec.map(named(specOption)),
    upstream: [],
    pages: pages.map(named('`--pages`')),
    providerYaml: providerYaml.map(named('`--provider-yaml`')),
    overlays: [],
    changelog: [],
    editUrl: null,
    allowRemote: false,
    targets:
      out === null ? [] : OUTPUTS.map((output) => target(output, join(resolve(cwd, out), output), '`--out`')),
  };
}

/** The npm name of a client that nobody named; npm wants lower case. */
export function defaultPackage(provider: string): string {
  return `${provider.toLowerCase()}-client`;
}
