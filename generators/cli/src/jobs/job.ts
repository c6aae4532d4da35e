import { join } from 'node:path';
import type { ProviderSettings, Source } from '@plumbline/model';
import type { Output } from '../command-line/options.ts';
import type { NamedInput } from '../inputs/named-input.ts';

/** A provider's part of a run: what is read, what the settings are, and where the outputs go. */
export interface Job {
  readonly provider: string;
  readonly settings: ProviderSettings;
  /** The config file, absolute; null without one. */
  readonly config: string | null;
  /** Where a key of the config stands; null without a config. */
  readonly positionOf: ((path: readonly (string | number)[]) => Promise<Source>) | null;
  /** The file of the baseline, absolute; it need not be there. */
  readonly baseline: string;
  readonly spec: readonly NamedInput[];
  /** Where files of the spec are published. */
  readonly upstream: readonly Upstream[];
  readonly pages: readonly NamedInput[];
  /** The provider's own YAML. */
  readonly providerYaml: readonly NamedInput[];
  /** In the order in which they are applied. */
  readonly overlays: readonly NamedInput[];
  /** What changed from version to version: one file, or none. */
  readonly changelog: readonly NamedInput[];
  /** Where the files of the config's folder can be edited; null: nobody says. */
  readonly editUrl: string | null;
  /** Whether documents may be fetched from the network. */
  readonly allowRemote: boolean;
  readonly targets: readonly Target[];
}

/** A file, absolute, and the address that it is fetched from. */
export interface Upstream {
  readonly file: string;
  readonly url: string;
}

/** Where an output goes. */
export interface Target {
  readonly output: Output;
  /** The folder of the package, or of the pages: absolute. */
  readonly root: string;
  /** The part of it that is all ours, `src/generated`; empty where everything is. */
  readonly generated: string;
  /** Where it is named, in words. */
  readonly option: string;
}

/** The baseline where nobody names another. */
export const BASELINE = 'plumbline.baseline.json';

/** The changelog where nobody names another. */
export const CHANGELOG = 'CHANGELOG.md';

const GENERATED: { readonly [O in Output]: string } = {
  client: 'src/generated',
  docs: '',
  'contract-tests': 'src/generated',
};

export function target(output: Output, root: string, option: string): Target {
  return { output, root, generated: GENERATED[output], option };
}

/** The folder that is all ours. */
export function folderOf({ root, generated }: Target): string {
  return join(root, generated);
}
