import { describe, expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { checkRequest } from './check-request.ts';

const list = { type: 'array', items: { type: 'integer' } };
const record = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' } } };

it.each<[string, { method: string; text?: string; schema: JsonObject; want: JsonValue }]>([
  ['a form that is one text', { method: 'post', text: 'a=1 b', schema: { type: 'string' }, want: 'a=1 b' }],
  ['nothing with GET, which many clients cannot send', { method: 'get', schema: {}, want: null }],
])('takes a body: %s', async (_name, { method, text = '', schema, want }) => {
  const type = 'application/x-www-form-urlencoded';
  const requestBody = { required: true, content: { [type]: { schema } } };
  const contract = openContract(sampleProvider({ '/x': { [method]: { requestBody, responses: {} } } }));
  const headers = new Map(text === '' ? [] : [['content-type', type]]);
  const body = new TextEncoder().encode(text);
  const request = { method: method.toUpperCase(), target: '/x', headers, body };
  const { body: read, problems } = await checkRequest(contract, request, { credentials: {} });
  expect([read ?? null, problems]).toEqual([want, []]);
});

describe('a form whose encoding says how its fields are written', () => {
  const type = 'application/x-www-form-urlencoded';
  const schema = {
    type: 'object',
    properties: { ids: list, deep: record, whole: { type: 'array', items: record } },
  };
  const encoding = {
    ids: { style: 'pipeDelimited', explode: false },
    deep: { style: 'deepObject', explode: true },
    whole: { contentType: 'application/json' },
  };
  const want = { ids: [1, 2], deep: { R: 1 }, whole: [{ G: 2 }] };
  const read = async (mediaType: string, body: BodyInit) => {
    const requestBody = { content: { [mediaType]: { schema, encoding } } };
    const contract = openContract(sampleProvider({ '/x': { post: { requestBody, responses: {} } } }));
    const sent = new Request('http://localhost/x', { method: 'POST', body });
    const headers = new Map([['content-type', sent.headers.get('content-type') ?? '']]);
    const request = { method: 'POST', target: '/x', headers, body: new Uint8Array(await sent.arrayBuffer()) };
    return checkRequest(contract, request, { credentials: {} });
  };

  it('is read so', async () => {
    const text = 'ids=1%7C2&deep[R]=1&whole=%5B%7B%22G%22%3A2%7D%5D';
    const { body, problems } = await read(type, new URLSearchParams(text));
    expect([body, problems]).toEqual([want, []]);
  });

  it('is read so of parts', async () => {
    const form = new FormData();
    form.append('ids', '1|2');
    form.append('deep[R]', '1');
    form.append('whole', new Blob(['{"G":2}'], { type: 'application/json' }));
    const { body, problems } = await read('multipart/form-data', form);
    expect([body, problems]).toEqual([want, []]);
  });
});
