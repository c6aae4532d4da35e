import {
  type CodeArgs,
  DIALECTS,
  type DraftDiagnostic,
  diagnose,
  type PageParameter,
  type ProviderSettings,
  type ServerVariableSetting,
} from '@plumbline/model';
import type { ResourcePair } from '../pair/pair.ts';
import type { ServerVariableNames } from '../server-variables.ts';
import { unquoted } from './fact-values.ts';
import { tellsDefault } from './prose-facts.ts';

/** Who says what a server variable is. */
export type ServerVariableSide = CodeArgs<'server-variable-default-differs'>['side'];

/** One finding for each unmapped server variable of the provider, where it is listed first. */
export function findUnmappedVariables({ unmapped }: ServerVariableNames): readonly DraftDiagnostic[] {
  return unmapped.flatMap(({ name, listed, server }) =>
    listed.slice(0, 1).map(({ as }) =>
      diagnose({
        code: 'server-variable-unmapped',
        args: { name, methods: listed.length, url: server.url },
        at: as.name.source,
        subject: { name, in: 'server' },
        related: [{ message: 'the server URL of the spec', place: server.origin }],
      }),
    ),
  );
}

/** The rows of mapped server variables beside what the config says of them, or else the provider's YAML: each row once. */
export function compareServerRows(
  { resource, methods }: ResourcePair,
  { serverVariables }: ProviderSettings,
  side: ServerVariableSide,
): readonly DraftDiagnostic[] {
  if (!DIALECTS[resource.page.dialect].parametersTable) return [];
  const rows = new Map<PageParameter, ServerVariableSetting>();
  for (const { wireName, row, isServer } of methods.flatMap(({ params }) => params)) {
    const setting = Object.hasOwn(serverVariables, wireName) ? serverVariables[wireName] : undefined;
    if (isServer && row !== null && setting !== undefined) rows.set(row, setting);
  }
  return [...rows].flatMap(([row, setting]) => compareRow(resource.id, row, { setting, side }));
}

function compareRow(
  resource: string,
  { name: { value: name }, type, description, notes, source }: PageParameter,
  { setting, side }: { readonly setting: ServerVariableSetting; readonly side: ServerVariableSide },
): readonly DraftDiagnostic[] {
  const subject = { resource, name, in: 'server' } as const;
  const findings: DraftDiagnostic[] = [];
  if (type !== null && type.value.type !== 'string') {
    const args = { name, page: type.value.type };
    findings.push(diagnose({ code: 'server-variable-type-differs', args, at: type.source, subject }));
  }
  // Without a Description column there is no place for notes.
  if (description === null) return findings;
  const page = notes.pairs.default ?? null;
  const config = setting.default ?? null;
  const at = description.value === '' && page === null ? source : description.source;
  if (page !== null && unquoted(page) !== config) {
    const args = { name, page, config, side };
    findings.push(diagnose({ code: 'server-variable-default-differs', args, at, subject }));
  }
  if (page === null && config !== null && !tellsDefault(description.value, config)) {
    const args = { name, config, side };
    findings.push(diagnose({ code: 'server-variable-default-missing-from-page', args, at, subject }));
  }
  return findings;
}
