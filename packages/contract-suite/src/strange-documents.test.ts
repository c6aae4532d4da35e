import type { JsonObject } from '@plumbline/contract-server';
import { expect, it } from 'vitest';
import type { PageFacts } from './method-case.ts';
import { failuresOf } from './testing/run-checks.ts';
import { shop } from './testing/sample-provider.ts';

const THING =
  '"Thing":{"type":"object","required":["id","name"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"size":{"type":"number"}}}';
const closed = { type: 'object', properties: { id: {} }, additionalProperties: false };

/** The shop's document, with something of it put otherwise. */
function changed(before: string, after: string): JsonObject {
  const text = JSON.stringify(shop.document);
  const document = text.replace(before, after);
  expect(document).not.toBe(text);
  return JSON.parse(document);
}

it.each<[string, { document: JsonObject; method: string; only: RegExp; says: string }]>([
  [
    'an answer whose parts each forbid what another requires',
    {
      document: changed(
        THING,
        `"Thing":${JSON.stringify({ allOf: [closed, { type: 'object', required: ['name'], properties: { name: {} } }] })}`,
      ),
      method: 'add_thing',
      only: /^(?:decodes 201 |is answered 201 )/,
      says: 'Untestable: No answer 201 was found that its schema allows: at `/name` one is no property that the schema allows.',
    },
  ],
  [
    'pages of items that cannot be',
    {
      document: changed(THING, '"Thing":{"type":"object","required":["id"],"properties":{"id":{"not":{}}}}'),
      method: 'list_things',
      only: /^pages to the last item$/,
      says: 'Untestable: No item of the list could be found that its schema allows.',
    },
  ],
  [
    'a parameter that no style can write',
    {
      document: changed(
        '"name":"X-Trace","in":"header","required":true,"schema":{"type":"string","maxLength":8}',
        '"name":"X-Trace","in":"header","required":true,"schema":{"type":"array","minItems":1,"items":{"type":"object"}}',
      ),
      method: 'add_thing',
      only: /^sends what is required$/,
      says: 'Untestable: No value of the header parameter `X-Trace` was found that its schema allows, and a request can hold.',
    },
  ],
  [
    'an object that is sent by the name of a parameter',
    {
      document: changed(
        '"name":"tags","in":"query","schema":{"type":"array","items":{"type":"string"}}',
        '"name":"tags","in":"query","required":true,"schema":{"type":"object","properties":{"limit":{"type":"integer"}}}',
      ),
      method: 'list_things',
      only: /^sends what is required$/,
      says: "Untestable: The members of the query parameter `tags` are called like another parameter, or like another's members: no server tells them apart.",
    },
  ],
  [
    'a parameter that credentials are sent as',
    {
      document: changed('"in":"header","name":"Authorization"', '"in":"header","name":"X-Trace"'),
      method: 'add_thing',
      only: /^sends what is required$/,
      says: 'Untestable: Credentials are sent as the header parameter `X-Trace`, which is required besides, and cannot hold them.',
    },
  ],
])('cannot test %s, and says so', async (_what, { document, method, only, says }) => {
  const failures = await failuresOf({ provider: { ...shop, document }, only });
  const ofMethod = failures.flatMap(({ name, message }) => (name.startsWith(`${method} `) ? [message] : []));
  expect(new Set(ofMethod)).toEqual(new Set([says]));
});

it('gives credentials as the parameter that they are sent as, where it is required besides', async () => {
  const text = JSON.stringify(
    changed('"in":"header","name":"Authorization"', '"in":"header","name":"X-Trace"'),
  );
  const document = JSON.parse(text.replace('"type":"string","maxLength":8', '"type":"string"'));
  const page = (facts: PageFacts): PageFacts =>
    facts.verb === 'insert' ? { ...facts, params: { shopId: 'string!', 'X-Trace': 'string!' } } : facts;
  const failures = await failuresOf({ provider: { ...shop, document }, page });
  expect(failures.filter(({ name }) => name.startsWith('add_thing '))).toEqual([]);
});
