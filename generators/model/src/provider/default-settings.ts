import { dictionary } from '../dictionary.ts';
import type { ClientSettings, ProviderSettings } from './config.ts';

/** The settings of a provider of which no config says more than `given`. `npmName`: that of its client. */
export function providerSettings(
  provider: string,
  npmName: string,
  {
    client,
    ...given
  }: Partial<Omit<ProviderSettings, 'client'>> & { readonly client?: Partial<ClientSettings> } = {},
): ProviderSettings {
  return {
    provider,
    serverVariables: dictionary(),
    bind: dictionary(),
    rename: dictionary(),
    severity: dictionary(),
    ignore: [],
    client: clientSettings(npmName, client),
    ...given,
  };
}

/** The settings of a client of which no config says more than `given`. */
export function clientSettings(npmName: string, given: Partial<ClientSettings> = {}): ClientSettings {
  return {
    package: npmName,
    auth: dictionary(),
    pagination: null,
    errors: {},
    rateLimit: {},
    siteUrl: null,
    ...given,
  };
}
