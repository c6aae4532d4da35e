import { type ProviderSettings, providerSettings } from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { reconcile } from '@plumbline/reconcile';
import type { DiffSide } from '../change.ts';

const SETTINGS: ProviderSettings = providerSettings('acme', '@acme/client');
const NO_PAGES = { resources: [], indexes: [], ignores: [], diagnostics: [] };

/** A state that a spec alone makes. */
export function side(text: string, path = 'openapi.yaml'): DiffSide {
  const spec = readOpenApi([{ path, text }]);
  if ('unreadable' in spec) throw new Error(spec.unreadable[0]?.message);
  const { model } = reconcile({ spec, pages: NO_PAGES, settings: SETTINGS, providerYaml: null });
  return { model, locate: spec.locate };
}
