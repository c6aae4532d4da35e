import {
  createContractServer,
  type JsonObject,
  openContract,
  type Provider,
} from '@plumbline/contract-server';
import { describe, it } from 'vitest';
import { expectFailure } from './testing/expect-failure.ts';
import type { Broken } from './testing/run-checks.ts';
import { shop } from './testing/sample-provider.ts';

const LIST = '/shops/{shopId}/things';

describe('a server that is of another document', () => {
  it.each<[string, { served: string; fails: string; says: string }]>([
    [
      'has a member more',
      {
        served: text().replace('"size":{"type":"number"}', '$&,"weight":{"type":"number"}'),
        fails: 'list_things is answered 200 as the document has it',
        says: 'has `/*/weight`, of type number, which the document does not declare',
      },
    ],
    [
      'has a member less',
      {
        served: text().replace(',"size":{"type":"number"}', ''),
        fails: 'list_things is answered 200 as the document has it',
        says: 'no answer 200 of the server has `/size`, which the document declares',
      },
    ],
    [
      'has a member of another type',
      {
        served: text().replace('"size":{"type":"number"}', '"size":{"type":"string"}'),
        fails: 'list_things is answered 200 as the document has it',
        says: 'at `/*/size`, of type string, is not as the document has it: `type`',
      },
    ],
    [
      'need not answer what is required',
      {
        served: text().replace('"required":["id","name"]', '"required":["id"]'),
        fails: 'list_things is answered 200 as the document has it',
        says: '`required`',
      },
    ],
    [
      'answers with another header',
      {
        served: text().replace('"responses":{"200":{', '$&"headers":{"X-More":{"schema":{"const":"1"}}},'),
        fails: 'list_things is answered 200 as the document has it',
        says: 'has the header `x-more`, which the document does not declare',
      },
    ],
    [
      'has a refusal more',
      {
        served: text().replace('"429":{', '"403":{},$&'),
        fails: 'list_things is answered no status that the document does not declare',
        says: 'the server can answer 403',
      },
    ],
  ])('%s', async (_what, { served, fails, says }) => {
    await expectFailure({ serve: serving(JSON.parse(served)) }, fails, says);
  });

  it('takes credentials that are not named', async () => {
    const document = JSON.parse(text());
    document.paths[LIST].get.security = [{ key: [] }];
    await expectFailure(
      { provider: { ...shop, document }, serve: serving(shop.document) },
      'list_things is refused with the credentials of token',
      'the server takes the credentials of `token`, which the document does not name',
    );
  });
});

function text(): string {
  return JSON.stringify(shop.document);
}

/** A server of another document, beside the contract of the suite's own. */
function serving(document: JsonObject): Broken['serve'] {
  return async (provider: Provider, options) => {
    const server = await createContractServer({ ...provider, document }, options);
    return { ...server, contract: openContract(provider) };
  };
}
