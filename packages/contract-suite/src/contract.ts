import { readFileSync } from 'node:fs';
import type { Catalogue, ClientCore } from '@plumbline/client-runtime';
import {
  type Contract,
  type ContractServer,
  createContractServer,
  openContract,
  type Provider,
  readProvider,
  type ServerOptions,
} from '@plumbline/contract-server';
import type { Sql } from '@plumbline/sql-engine';
import { clientAuth, serverCredentials } from './credentials.ts';

export interface ContractSettings<Client> {
  /**
   * The provider, or where its `provider.json` is: `new URL('./provider.json', import.meta.url)`. The path in the
   * environment variable `PLUMBLINE_CONTRACT_PROVIDER` stands above it.
   */
  readonly provider: URL | Provider;
  /** The client's factory. */
  readonly createClient: (options: never) => Client;
  /** The client's classes of errors, by the status that they are of: `404`, `5XX`. */
  readonly errorClasses?: ErrorClasses | undefined;
  /** Imports the client's catalogue, by which SQL runs through it: its export `./catalogue`. */
  readonly catalogue?: (() => Promise<{ readonly catalogue: Catalogue }>) | undefined;
  /** What serves the provider; `createContractServer` unless given. */
  readonly serve?: ((provider: Provider, options: ServerOptions) => Promise<ContractServer>) | undefined;
  /** Of generated values; `PLUMBLINE_CONTRACT_SEED` stands above it. Default 1. */
  readonly seed?: number | undefined;
}

/** A class of errors for each status, `404`, or range of them, `5XX`. */
export type ErrorClasses = { readonly [status: string]: abstract new (...args: never) => Error };

/** A provider's contract with a client of it: what `describeResource` tests. */
export interface ContractSuite<Client> {
  readonly provider: Provider;
  /** The document, opened: for what is to be tested. */
  readonly contract: Contract;
  readonly seed: number;
  readonly errorClasses: ErrorClasses;
  /** Runs SQL through a client; null: there is no catalogue of it. */
  readonly sqlOf: ((client: Client) => Promise<Sql>) | null;
  /** Starts the server, once. */
  readonly open: () => Promise<Session<Client>>;
  /** A client with other options than those of a session. */
  readonly createClient: (options: object) => Client;
}

/** A running server, and clients of it. */
export interface Session<Client> {
  readonly server: ContractServer;
  /** With the server's own checks: a schema is compiled once for both. */
  readonly contract: Contract;
  /** A client that has the credentials of these schemes; `retry`: sends again as it does by itself. */
  readonly client: (schemes: readonly string[], retry: boolean) => Client;
  readonly close: () => Promise<void>;
}

/** Joins a provider and a client of it. Nothing is read or started before it is asked for. */
export function defineContract<Client>(settings: ContractSettings<Client>): ContractSuite<Client> {
  const provider = once(() => providerOf(settings.provider));
  const contract = once(() => openContract(provider()));
  const createClient = (options: object) => settings.createClient(options as never);
  const { PLUMBLINE_CONTRACT_SEED: givenSeed } = process.env;
  return {
    get provider() {
      return provider();
    },
    get contract() {
      return contract();
    },
    seed: givenSeed === undefined ? (settings.seed ?? 1) : Number(givenSeed),
    errorClasses: settings.errorClasses ?? {},
    sqlOf: settings.catalogue === undefined ? null : sqlOfClients(settings.catalogue),
    open: once(() => sessionOf(provider(), createClient, settings.serve ?? createContractServer)),
    createClient,
  };
}

function providerOf(given: URL | Provider): Provider {
  const { PLUMBLINE_CONTRACT_PROVIDER: served } = process.env;
  if (served !== undefined && served !== '') return readProvider(readFileSync(served, 'utf8'));
  return given instanceof URL ? readProvider(readFileSync(given, 'utf8')) : given;
}

async function sessionOf<Client>(
  provider: Provider,
  createClient: (options: object) => Client,
  serve: (provider: Provider, options: ServerOptions) => Promise<ContractServer>,
): Promise<Session<Client>> {
  const server = await serve(provider, { credentials: serverCredentials(provider) });
  const clients = new Map<string, Client>();
  return {
    server,
    contract: server.contract,
    client(schemes, retry) {
      const key = JSON.stringify([schemes, retry]);
      const known = clients.get(key);
      if (known !== undefined) return known;
      const auth = clientAuth(provider, schemes);
      const client = createClient({ baseUrl: server.url, auth, ...(!retry && { retry: false }) });
      clients.set(key, client);
      return client;
    },
    close: () => server.close(),
  };
}

/** The engine is loaded where a statement is run. */
function sqlOfClients<Client>(
  load: NonNullable<ContractSettings<Client>['catalogue']>,
): (client: Client) => Promise<Sql> {
  const both = once(() => Promise.all([import('@plumbline/sql-engine'), load()]));
  return async (client) => {
    const [{ sqlFor }, { catalogue }] = await both();
    // Every emitted client is one.
    return sqlFor(client as ClientCore, catalogue);
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
