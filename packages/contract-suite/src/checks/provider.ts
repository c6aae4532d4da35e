import type { Check } from '../check.ts';
import type { ContractSuite } from '../contract.ts';
import { ContractFailure } from '../failure.ts';

/** The address that server variables make, and the options by which the client is given them. */
export interface ServerAddress {
  readonly origin: string;
  readonly options: object;
}

export function providerChecks<Client>(
  { provider, createClient }: ContractSuite<Client>,
  {
    resources,
    server,
  }: { readonly resources: readonly string[]; readonly server?: ServerAddress | undefined },
): readonly Check<Client>[] {
  const known = new Set(
    provider.methods.flatMap(({ resource, operation }) => (operation === null ? [] : [resource])),
  );
  const checks: Check<Client>[] = [
    {
      name: 'has a suite for each of its resources',
      kind: 'table',
      run: async () => {
        const missing = [...known].find((resource) => !resources.includes(resource));
        if (missing !== undefined) throw new ContractFailure(`The resource \`${missing}\` has no suite.`);
        const foreign = resources.find((resource) => !known.has(resource));
        if (foreign !== undefined)
          throw new ContractFailure(`\`${foreign}\` has a suite, and is no resource.`);
      },
    },
  ];
  if (server !== undefined) checks.push(addressCheck(createClient, server));
  return checks;
}

/** Where requests go is asked of plain openapi-fetch, which every client has as `http`. */
function addressCheck<Client>(
  createClient: (options: object) => Client,
  { origin, options }: ServerAddress,
): Check<Client> {
  return {
    name: `is found at ${origin}`,
    kind: 'server',
    run: async () => {
      const urls: string[] = [];
      const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        urls.push(new Request(input, init).url);
        return new Response(null, { status: 204 });
      };
      const client = createClient({ ...options, retry: false, fetch }) as {
        readonly http: { GET(path: string): Promise<unknown> };
      };
      await client.http.GET('/plumbline');
      const [url] = urls;
      if (url !== `${origin}/plumbline`)
        throw new ContractFailure(`The client goes to ${url ?? 'nowhere'}, and the server is at ${origin}.`, {
          given: options,
        });
    },
  };
}
