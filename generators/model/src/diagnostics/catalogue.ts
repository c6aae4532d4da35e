import type { CodeEntry } from './define.ts';
import { driftCodes } from './drift-codes.ts';
import { emitCodes } from './emit-codes.ts';
import { importCodes } from './import-codes.ts';
import { pageCodes } from './page-codes.ts';
import { providerYamlCodes } from './provider-yaml-codes.ts';
import { runCodes } from './run-codes.ts';
import { specCodes } from './spec-codes.ts';

/** Every diagnostic code: a code that is not here does not compile. */
export const catalogue = {
  ...specCodes,
  ...pageCodes,
  ...providerYamlCodes,
  ...driftCodes,
  ...emitCodes,
  ...importCodes,
  ...runCodes,
};

export type Stage = 'spec' | 'pages' | 'provider-yaml' | 'drift' | 'emit' | 'import' | 'run';

/** The codes by the stage that reports them, as lists show them. */
export const catalogueGroups: readonly {
  readonly stage: Stage;
  readonly title: string;
  readonly codes: readonly Code[];
}[] = [
  { stage: 'spec', title: 'Reading the spec', codes: codesOf(specCodes) },
  { stage: 'pages', title: 'Reading the pages', codes: codesOf(pageCodes) },
  { stage: 'provider-yaml', title: "Reading the provider's YAML", codes: codesOf(providerYamlCodes) },
  { stage: 'drift', title: 'Drift between pages and spec', codes: codesOf(driftCodes) },
  { stage: 'emit', title: 'Emitting', codes: codesOf(emitCodes) },
  { stage: 'import', title: 'Importing rendered documents', codes: codesOf(importCodes) },
  { stage: 'run', title: 'Config, input files and output folders', codes: codesOf(runCodes) },
];

export type Code = keyof typeof catalogue;
/** The arguments of a code's message. */
export type CodeArgs<C extends Code> = (typeof catalogue)[C] extends CodeEntry<infer A> ? A : never;

function codesOf(group: object): readonly Code[] {
  return Object.keys(group).filter(isCode);
}

export function isCode(name: string): name is Code {
  return Object.hasOwn(catalogue, name);
}
