import type { DraftDiagnostic, PageMethod, ProviderSettings, Spec } from '@plumbline/model';
import type { Binding } from '../bind/bind.ts';
import { kept } from '../kept.ts';
import type { ResourcePair } from '../pair/pair.ts';
import type { SchemaReader } from '../schema-reader.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';
import { compareBody } from './body.ts';
import { compareExamples } from './examples.ts';
import { compareFields } from './fields.ts';
import { compareMethodText, type OperationByText, operationsByText } from './method-texts.ts';
import { compareMethods, findUndocumented } from './methods.ts';
import { compareParamLinks } from './param-links.ts';
import { compareParamRows } from './param-rows.ts';
import { compareParams } from './params.ts';
import { compareServerRows, findUnmappedVariables, type ServerVariableSide } from './server-variables.ts';
import { compareSettings } from './settings.ts';
import { compareSignatures } from './signatures.ts';
import { compareYamlConfig } from './yaml-config.ts';
import { compareYamlPages, operationsOfMissingMethods } from './yaml-pages.ts';
import { compareYamlSpec } from './yaml-spec.ts';

export interface CompareInput {
  readonly pairs: readonly ResourcePair[];
  readonly spec: Spec;
  readonly settings: ProviderSettings;
  readonly reader: SchemaReader;
  readonly servers: ServerVariableNames;
  readonly third: ThirdSide | null;
  /** What was found of pairs before, beside the same spec, settings and names of server variables. */
  readonly known?: WeakMap<ResourcePair, readonly DraftDiagnostic[]>;
}

/** The provider's own YAML, and what it is compared with besides pages and spec. */
export interface ThirdSide {
  readonly yaml: YamlSide;
  /** How the methods would be bound without the YAML. */
  readonly otherwise: ReadonlyMap<PageMethod, Binding>;
  /** What the config says, without what is taken from the YAML. */
  readonly config: ProviderSettings;
}

/** Every disagreement between the pages, the spec and the provider's own YAML, each once, at its place. */
export function compare({
  pairs,
  spec,
  settings,
  reader,
  servers,
  third,
  known = new WeakMap(),
}: CompareInput): readonly DraftDiagnostic[] {
  const isOwn = third === null || third.config.serverVariables === settings.serverVariables;
  const byText = operationsByText(spec);
  const side = isOwn ? 'the config' : "the provider's YAML";
  return [
    ...(third === null ? [] : compareThird(third, pairs, reader)),
    ...compareSettings(pairs, spec, settings),
    ...findUnmappedVariables(servers),
    ...findUndocumented(pairs, spec, third && operationsOfMissingMethods(pairs, third.yaml)),
    ...pairs.flatMap((pair) =>
      kept(known, pair, () => comparePair(pair, { settings, reader, servers, side, byText })),
    ),
  ];
}

/** What a page and the spec disagree about, whatever other pages say. */
function comparePair(
  pair: ResourcePair,
  {
    settings,
    reader,
    servers,
    side,
    byText,
  }: Omit<CompareInput, 'pairs' | 'spec' | 'third'> & {
    readonly side: ServerVariableSide;
    readonly byText: OperationByText;
  },
): readonly DraftDiagnostic[] {
  return [
    ...compareMethods(pair),
    ...pair.methods.flatMap((method) => [
      ...compareMethodText(method, byText),
      ...compareParams(method, servers),
      ...compareBody(method, reader),
    ]),
    ...compareParamLinks(pair),
    ...compareParamRows(pair, reader),
    ...compareServerRows(pair, settings, side),
    ...compareFields(pair, reader),
    ...compareSignatures(pair),
    ...compareExamples(pair, reader),
  ];
}

/** What the provider's own YAML says beside pages, spec and config. Without pages there is nothing to say of them. */
export function compareThird(
  { yaml, otherwise, config }: ThirdSide,
  pairs: readonly ResourcePair[],
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  return [
    ...(pairs.length === 0 ? [] : compareYamlPages({ pairs, yaml, otherwise })),
    ...compareYamlSpec(yaml, reader),
    ...compareYamlConfig(yaml, config),
  ];
}
