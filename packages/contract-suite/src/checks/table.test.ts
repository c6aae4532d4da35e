import { expect, it } from 'vitest';
import { defineContract } from '../contract.ts';
import { newCoverage } from '../meta.ts';
import { shop } from '../testing/sample-provider.ts';
import { tableChecks } from './table.ts';

const KEY = 'GET /things/{id}/label';

it.each([
  ['has no operation', {}, `The document has no operation \`${KEY}\`.`],
  [
    'refers to one that is not there',
    { '/things/{id}/label': { get: { $ref: '#/components/missing' } } },
    `The document's \`${KEY}\` refers to what is not there.`,
  ],
])('of a document that %s, it is said', async (_what, label, message) => {
  const { '/things/{id}/label': _label, ...others } = shop.document.paths as {
    readonly [path: string]: object;
  };
  const provider = { ...shop, document: { ...shop.document, paths: { ...others, ...label } as never } };
  const suite = defineContract({ provider, createClient: () => ({}), errorClasses: {} });
  const [check] = tableChecks(suite, 'shop.things.things', ['list_things', 'add_thing', 'get_label']);
  const session = await suite.open();
  await expect(check?.run(session, newCoverage())).rejects.toThrow(message);
  await session.close();
});
