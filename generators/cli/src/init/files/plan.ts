import type { Derived } from '../derived.ts';

/** What a new workspace is to be: what its files are made of. */
export interface WorkspacePlan {
  readonly provider: string;
  /** Of the spec. */
  readonly title: string;
  /** With its `@`. */
  readonly scope: string;
  readonly derived: Derived;
  /** Operations of methods that nothing else tells, by `provider.service.resource.method`. */
  readonly bind: readonly (readonly [method: string, operation: string])[];
  /** What the config names as `spec`, relative to its folder. */
  readonly specEntries: readonly string[];
  /** Globs of pages, relative to the config's folder. */
  readonly pageGlobs: readonly string[];
  readonly upstream: readonly (readonly [file: string, url: string])[];
  /** Where the workspace is hosted, as package.json has it; null: nobody knows yet. */
  readonly repository: string | null;
  readonly allowRemote: boolean;
}

/** The names of a provider's packages and folders. */
export interface ProviderNames {
  readonly specs: string;
  readonly client: string;
  readonly contractTests: string;
  readonly specsFolder: string;
  readonly clientFolder: string;
  readonly contractTestsFolder: string;
}

/** npm wants lower case. */
export function namesOf({ provider, scope }: Pick<WorkspacePlan, 'provider' | 'scope'>): ProviderNames {
  const id = provider.toLowerCase();
  return {
    specs: `${scope}/specs-${id}`,
    client: `${scope}/${id}-client`,
    contractTests: `${scope}/${id}-contract-tests`,
    specsFolder: `specs/${provider}`,
    clientFolder: `packages/${id}-client`,
    contractTestsFolder: `packages/${id}-contract-tests`,
  };
}

/** As JSON, the way npm and pnpm write it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
