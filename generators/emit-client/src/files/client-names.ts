import { type ProviderModel, pascalName } from '@plumbline/model';
import { type Encoded, tsIdentifier } from '@plumbline/render';

type Ts = Encoded<'ts'>;

/** The names that a provider's client exports. */
export interface ClientNames {
  readonly client: Ts;
  readonly factory: Ts;
  readonly coreFactory: Ts;
  readonly auth: Ts;
  readonly options: Ts;
  readonly error: Ts;
  readonly errorBody: Ts;
  readonly errorGuard: Ts;
}

/** `OktaClient`, `createOktaClient` and so on. */
export function clientNames({ provider }: ProviderModel): ClientNames {
  const name = pascalName(provider);
  return {
    client: tsIdentifier(`${name}Client`),
    factory: tsIdentifier(`create${name}Client`),
    coreFactory: tsIdentifier(`create${name}Core`),
    auth: tsIdentifier(`${name}Auth`),
    options: tsIdentifier(`${name}ClientOptions`),
    error: tsIdentifier(`${name}Error`),
    errorBody: tsIdentifier(`${name}ErrorBody`),
    errorGuard: tsIdentifier(`is${name}Error`),
  };
}
