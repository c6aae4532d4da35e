import {
  type DraftDiagnostic,
  diagnose,
  type Pages,
  type ProviderModel,
  type ProviderSettings,
  type Spec,
} from '@plumbline/model';
import { bindMethods } from './bind/bind.ts';
import { compare } from './compare/compare.ts';
import { findMangledLinks } from './compare/spec-links.ts';
import { decide } from './decide/decide.ts';
import { inferResources } from './infer/infer-resources.ts';
import { pairResources } from './pair/pair-resources.ts';
import { documentedResources } from './resources.ts';
import { createSchemaReader } from './schema-reader.ts';
import { findServerVariables } from './server-variables.ts';

export interface ReconcileInput {
  readonly spec: Spec;
  readonly pages: Pages;
  readonly settings: ProviderSettings;
}

export interface Reconciled {
  readonly model: ProviderModel;
  readonly diagnostics: readonly DraftDiagnostic[];
}

/**
 * Binds what the pages document to the operations of the spec, reports where both disagree, and decides who is right.
 * Without pages the resources are inferred from the spec, and there is nothing to compare.
 */
export function reconcile(input: ReconcileInput): Reconciled {
  return input.pages.resources.length === 0 ? inferred(input) : reconciled(input);
}

function reconciled({ spec, pages, settings }: ReconcileInput): Reconciled {
  const reader = createSchemaReader(spec.schemas);
  const resources = documentedResources(pages.resources);
  const servers = findServerVariables(resources, spec, settings, reader);
  const { operations } = spec;
  const bindings = bindMethods({ resources, operations, settings, reader, servers });
  const pairs = pairResources(resources, bindings, { reader, servers });
  const drift = compare({ pairs, spec, settings, reader, servers });
  const { model, diagnostics } = decide({ spec, pages, settings, pairs, reader, isInferred: false });
  return { model, diagnostics: [...findMangledLinks(spec), ...drift, ...diagnostics] };
}

function inferred({ spec, pages, settings }: ReconcileInput): Reconciled {
  const reader = createSchemaReader(spec.schemas);
  const servers = findServerVariables([], spec, settings, reader);
  const { resources, bindings } = inferResources(settings.provider, spec.operations);
  const pairs = pairResources(resources, bindings, { reader, servers });
  const { model, diagnostics } = decide({ spec, pages, settings, pairs, reader, isInferred: true });
  const at = { file: spec.files[0] ?? '', pointer: '' };
  const missing = diagnose({ code: 'pages-missing', args: {}, at });
  return { model, diagnostics: [missing, ...findMangledLinks(spec), ...diagnostics] };
}
