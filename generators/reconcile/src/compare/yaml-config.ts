import { type DraftDiagnostic, diagnose, type ProviderSettings } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { paginationKind } from '../yaml/pagination.ts';
import { urlVariables } from '../yaml/server-variables.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';

/** Where the provider's own YAML and the config disagree: pagination and server variables. */
export function compareYamlConfig(yaml: YamlSide, settings: ProviderSettings): readonly DraftDiagnostic[] {
  return [...comparePagination(yaml, settings), ...compareServerVariables(yaml, settings)];
}

/** Each kind once, where it stands first: a provider says it in every service. */
function comparePagination(
  { methods }: YamlSide,
  { client: { pagination: config } }: ProviderSettings,
): readonly DraftDiagnostic[] {
  if (config === null) return [];
  const stated = [...methods.values()].flatMap(({ pagination }) => {
    const kind = pagination === null ? null : paginationKind(pagination);
    return pagination === null || kind === null ? [] : [{ kind, origin: pagination.origin }];
  });
  return [...groupBy(stated, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const [first] = group;
    if (first === undefined || isCompatible(kind, config.kind)) return [];
    const places = new Set(group.map(({ origin: { file, pointer } }) => `${file}#${pointer}`)).size;
    const args = {
      yaml: kind === 'link' ? 'the `Link` header' : `a ${kind} parameter`,
      config: config.kind,
      places,
    };
    return [diagnose({ code: 'yaml-pagination-differs', args, at: first.origin })];
  });
}

/** A cursor, an offset and a page number are all sent by a parameter: the YAML does not tell them apart. */
function isCompatible(yaml: string, config: string): boolean {
  return yaml === config || (yaml !== 'link' && config !== 'link' && config !== 'none');
}

function compareServerVariables(
  { servers }: YamlSide,
  { serverVariables: config }: ProviderSettings,
): readonly DraftDiagnostic[] {
  // Without any the config leaves them to the YAML.
  if (Object.keys(config).length === 0) return [];
  return urlVariables(servers).flatMap(({ name, url, default: value, origin }) => {
    const subject = { name, in: 'server' } as const;
    const setting = Object.hasOwn(config, name) ? config[name] : undefined;
    if (setting === undefined) {
      const args = { name, url };
      return [diagnose({ code: 'yaml-server-variable-missing-from-config', args, at: origin, subject })];
    }
    const configUrl = setting.url.replace(/\/+$/, '');
    const configDefault = setting.default ?? null;
    return [
      ...(configUrl === url ? [] : [{ name, what: 'URL', yaml: url, config: configUrl } as const]),
      ...(value === null || value === configDefault
        ? []
        : [{ name, what: 'default', yaml: value, config: configDefault } as const]),
    ].map((args) => diagnose({ code: 'yaml-server-variable-differs', args, at: origin, subject }));
  });
}
