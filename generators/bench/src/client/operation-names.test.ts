import { expect, it } from 'vitest';
import { heyApiNames, redoclyNames } from './operation-names.ts';

it('reads what hey-api calls an operation, whether its options take one line or more', () => {
  const sdk = `
export const listThings = <T>(options?: Options<T>): Result => (options?.client ?? client).get<A, B>({ url: '/things', ...options });

export const addThing = <T>(options: Options<T>): Result => (options.client ?? client).post<A, B>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/things',
    ...options
});
`;
  expect([...heyApiNames(sdk)]).toEqual([
    ['GET /things', 'listThings'],
    ['POST /things', 'addThing'],
  ]);
});

it("reads them from the table of Redocly's client", () => {
  const table = `
    listThings: { id: "things/list", method: "GET", path: "/things", tags: ["Things"] },
    "add_thing": { id: "addThing", method: "POST", path: "/things", body: { contentType: "application/json" } },
`;
  expect([...redoclyNames(table)]).toEqual([
    ['GET /things', 'listThings'],
    ['POST /things', 'add_thing'],
  ]);
});
