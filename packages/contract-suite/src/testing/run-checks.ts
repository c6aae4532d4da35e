import type { Provider } from '@plumbline/contract-server';
import { checksOf } from '../checks/checks.ts';
import { type ContractSettings, defineContract } from '../contract.ts';
import { newCoverage } from '../meta.ts';
import type { MethodCase, PageFacts } from '../method-case.ts';
import {
  createShopClient,
  type ShopClient,
  ShopError,
  ShopMissingError,
  type Workings,
  workings,
} from './sample-client.ts';
import { shop } from './sample-provider.ts';

/** What the pages of the shop say. */
export const pages: { readonly [method: string]: PageFacts } = {
  list_things: {
    verb: 'select',
    params: {
      shopId: 'string!',
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      after: 'string',
      tags: 'array',
    },
    fields: { id: 'string', name: 'string', size: 'number' },
    statements: [
      "SELECT id, name FROM shop.things.things WHERE shopId = '{{ shopId }}' -- required\nAND limit = 2;",
    ],
  },
  add_thing: {
    verb: 'insert',
    params: { shopId: 'string!', 'X-Trace': { type: 'string!', maxLength: 8 } },
    body: {
      name: { type: 'string!', minLength: 1, maxLength: 12 },
      kind: { type: 'string', enum: ['cup', 'pot'] },
      made: { type: 'string', format: 'date' },
      parts: { type: 'array', maxItems: 2 },
    },
    fields: { id: 'string', name: 'string', size: 'number' },
  },
  get_label: { verb: 'select', params: { id: 'string!' }, fields: {} },
};

const calls: { readonly [method: string]: MethodCase<ShopClient>['call'] } = {
  list_things: (client, input, options) => client.list(input, options),
  add_thing: (client, input, options) => client.add(input, options),
  get_label: (client, input, options) => client.label(input, options),
};

export interface Broken {
  readonly client?: Partial<Workings>;
  readonly provider?: Provider;
  readonly serve?: ContractSettings<ShopClient>['serve'];
  /** Changes what the pages say of a method. */
  readonly page?: (facts: PageFacts) => PageFacts;
  /** Only the checks of these names are run. */
  readonly only?: RegExp;
}

/** Runs the checks of the shop's methods: the names of those that fail, each with the sentence that it fails with. */
export async function failuresOf({
  client = {},
  provider = shop,
  serve,
  page = (facts) => facts,
  only = /./,
}: Broken): Promise<readonly { readonly name: string; readonly message: string }[]> {
  const suite = defineContract({
    provider,
    createClient: createShopClient({ ...workings, ...client }),
    errorClasses: { 404: ShopMissingError },
    serve,
  });
  const session = await suite.open();
  const failures: { readonly name: string; readonly message: string }[] = [];
  try {
    for (const method of provider.methods) {
      const call = calls[method.method];
      const facts = pages[method.method];
      if (call === undefined || facts === undefined) throw new Error(`The shop has no \`${method.method}\`.`);
      for (const { name, run } of checksOf(suite, method, { call, page: page(facts) })) {
        if (!only.test(name)) continue;
        await run(session, newCoverage()).catch((reason: unknown) => {
          failures.push({ name: `${method.method} ${name}`, message: String(reason) });
        });
      }
    }
  } finally {
    await session.close();
  }
  return failures;
}

export { ShopError };
