import type { DraftDiagnostic, ProviderSettings, Spec } from '@plumbline/model';
import type { ResourcePair } from '../pair/pair.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { compareBody } from './body.ts';
import { compareExamples } from './examples.ts';
import { compareFields } from './fields.ts';
import { compareMethods, findUndocumented } from './methods.ts';
import { compareParamLinks } from './param-links.ts';
import { compareParamRows } from './param-rows.ts';
import { compareParams } from './params.ts';
import { compareServerRows, findUnmappedVariables } from './server-variables.ts';
import { compareSettings } from './settings.ts';
import { compareSignatures } from './signatures.ts';

export interface CompareInput {
  readonly pairs: readonly ResourcePair[];
  readonly spec: Spec;
  readonly settings: ProviderSettings;
  readonly reader: SchemaReader;
  readonly servers: ServerVariableNames;
}

/** Every disagreement between the pages and the spec, each once, at its place. */
export function compare({
  pairs,
  spec,
  settings,
  reader,
  servers,
}: CompareInput): readonly DraftDiagnostic[] {
  return [
    ...compareSettings(pairs, spec, settings),
    ...findUnmappedVariables(servers),
    ...findUndocumented(pairs, spec),
    ...pairs.flatMap((pair) => [
      ...compareMethods(pair),
      ...pair.methods.flatMap((method) => [
        ...compareParams(method, servers),
        ...compareBody(method, reader),
      ]),
      ...compareParamLinks(pair),
      ...compareParamRows(pair, reader),
      ...compareServerRows(pair, settings),
      ...compareFields(pair, reader),
      ...compareSignatures(pair),
      ...compareExamples(pair, reader),
    ]),
  ];
}
