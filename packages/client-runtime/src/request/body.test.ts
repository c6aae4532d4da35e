import { describe, expect, it } from 'vitest';
import { deepObject, formJoined, jsonContent } from '../serialize/query.ts';
import { binary, formBody, json, multipart, text } from './body.ts';

/** What a server reads of a body. */
async function received(write: typeof json, body: unknown, type: string): Promise<Request> {
  const encoded = write(body, { write, type }, { method: 'POST', path: '/x' });
  return new Request('https://example.org', {
    method: 'POST',
    body: encoded.content ?? null,
    ...(encoded.type === undefined ? {} : { headers: { 'content-type': encoded.type } }),
  });
}

describe('a body', () => {
  it('as JSON', async () => {
    const request = await received(json, { a: [1, 2n ** 60n], b: undefined }, 'application/merge-patch+json');
    expect(request.headers.get('content-type')).toBe('application/merge-patch+json');
    expect(await request.text()).toBe('{"a":[1,1152921504606846976]}');
  });

  it('as JSON is none where nothing can be JSON', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(received(json, circle, 'application/json')).rejects.toThrow(TypeError);
  });

  it('as a form: arrays repeat the key, objects are JSON, absent members are left out', async () => {
    const body = { a: 'x y&z', b: [1, true], c: { d: null }, e: undefined, f: null };
    const request = await received(formBody, body, 'application/x-www-form-urlencoded');
    expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(await request.text())]).toEqual([
      ['a', 'x y&z'],
      ['b', '1'],
      ['b', 'true'],
      ['c', '{"d":null}'],
    ]);
  });

  const styles = { a: formJoined, b: deepObject, c: jsonContent };
  const styled = { a: ['x,y', 'z'], b: { d: { e: 1 } }, c: [{}], constructor: 2, f: undefined };

  it('as a form, fields by their styles', () => {
    const { content } = formBody(styled, { write: formBody, styles }, { method: 'POST', path: '/x' });
    expect(content).toBe('constructor=2&a=x%2Cy,z&b%5Bd%5D%5Be%5D=1&c=%5B%7B%7D%5D');
  });

  it('as a multipart form, parts by their styles and of their media types', async () => {
    const encoding = { write: multipart, styles: { a: formJoined, b: deepObject }, types: { c: 'text/csv' } };
    const { content } = multipart({ ...styled, c: ['1,2'] }, encoding, { method: 'POST', path: '/x' });
    const parts = [...(content as FormData)];
    expect(parts.filter(([, part]) => typeof part === 'string')).toEqual([
      ['a', 'x,y,z'],
      ['b[d][e]', '1'],
      ['constructor', '2'],
    ]);
    const part = (content as FormData).get('c') as File;
    expect([part.type, await part.text()]).toEqual(['text/csv', '1,2']);
  });

  it.each([
    ['its own', { type: undefined, want: 'image/png' }],
    ["the method's", { type: 'image/webp', want: 'image/webp' }],
  ])('of a blob has the media type that is %s', (_name, { type, want }) => {
    const blob = new Blob(['x'], { type: 'image/png' });
    const encoded = binary(blob, { write: binary, ...(type && { type }) }, { method: 'POST', path: '/x' });
    expect(encoded.type).toBe(want);
  });

  it('as a multipart form, files as they are', async () => {
    const file = new File(['%PDF'], 'a.pdf', { type: 'application/pdf' });
    const bytes = new Uint8Array([120]);
    const body = { file, more: [new Blob(['x'])], bytes, name: 'ä', size: 3, meta: { a: 1 } };
    const request = await received(multipart, body, 'multipart/form-data');
    expect(request.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const form = await request.formData();
    const uploaded = form.get('file');
    expect(uploaded).toBeInstanceOf(File);
    expect(uploaded).toMatchObject({ name: 'a.pdf', type: 'application/pdf' });
    expect(await (form.get('more') as File).text()).toBe('x');
    expect(await (form.get('bytes') as File).text()).toBe('x');
    expect([form.get('name'), form.get('size'), form.get('meta')]).toEqual(['ä', '3', '{"a":1}']);
  });

  it.each([
    ['URLSearchParams', formBody, new URLSearchParams({ a: '1' })],
    ['a form that is a text', formBody, 'a=1&b'],
    ['FormData', multipart, new FormData()],
  ])('that is %s already stays so', (_name, write, body) => {
    expect(write(body, { write }, { method: 'POST', path: '/x' }).content).toBe(body);
  });

  it('as text', async () => {
    const request = await received(text, '-----BEGIN', 'application/x-pem-file');
    expect(request.headers.get('content-type')).toBe('application/x-pem-file');
    expect(await request.text()).toBe('-----BEGIN');
    await expect(received(text, {}, 'text/plain')).rejects.toThrow(TypeError);
  });

  it('as bytes', async () => {
    const request = await received(binary, new Uint8Array([0, 255]), 'image/png');
    expect(request.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await request.arrayBuffer())]).toEqual([0, 255]);
  });
});
