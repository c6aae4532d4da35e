import {
  dictionary,
  type ProviderSettings,
  type YamlServer,
  type YamlServerVariable,
} from '@plumbline/model';

/** A variable of the server's URL as a provider's own YAML has it. */
export interface YamlUrlVariable extends YamlServerVariable {
  readonly url: string;
}

/** The variables that make the same URL wherever the YAML has them; of others nobody can tell which URL is meant. */
export function urlVariables(servers: readonly YamlServer[]): readonly YamlUrlVariable[] {
  const found = new Map<string, YamlUrlVariable | null>();
  for (const { url, variables } of servers) {
    for (const variable of variables) {
      if (!url.includes(`{${variable.name}}`)) continue;
      const earlier = found.get(variable.name);
      if (earlier === undefined) found.set(variable.name, { ...variable, url });
      else if (earlier?.url !== url) found.set(variable.name, null);
    }
  }
  return [...found.values()].filter((variable) => variable !== null);
}

/** The settings with the server variables of the provider's own YAML, where the config has none. */
export function withYamlServers(
  settings: ProviderSettings,
  servers: readonly YamlServer[],
): ProviderSettings {
  if (Object.keys(settings.serverVariables).length > 0) return settings;
  const variables = urlVariables(servers).map(({ name, url, default: value, env, description }) => {
    const setting = {
      url,
      ...(value === null ? {} : { default: value }),
      ...(env === null ? {} : { env }),
      ...(description === '' ? {} : { description }),
    };
    return [name, setting] as const;
  });
  return { ...settings, serverVariables: dictionary(variables) };
}
