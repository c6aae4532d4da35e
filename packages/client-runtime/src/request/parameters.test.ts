import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { label, matrix } from '../serialize/path.ts';
import { formJoined } from '../serialize/query.ts';
import { type Params, writeParameters } from './parameters.ts';

const write = (path: string, params: Params, descriptor: Descriptor = {}) =>
  writeParameters({ method: 'GET', path }, descriptor, params);
const writePath = (path: string, params: Params, descriptor?: Descriptor) =>
  write(path, params, descriptor).target;

describe('a path', () => {
  it('has its variables filled in, each as its placement says', () => {
    const path = [{ name: 'color', key: 'paint', write: matrix }];
    expect(writePath('/a/{id}/b/{color}', { id: 'x/y', paint: ['blue', 'red'] }, { path })).toBe(
      '/a/x%2Fy/b/;color=blue,red',
    );
  });

  it('keeps the query that it has, and goes on with parameters', () => {
    expect(writePath('/x/{id}?hard=true', { id: 'a?b' })).toBe('/x/a%3Fb?hard=true');
    expect(write('/x?hard=true', { by: 'c&d' }, { query: ['by'] }).target).toBe('/x?hard=true&by=c%26d');
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty string', ''],
    ['an empty array', []],
    ['a dot', '.'],
    ['two dots', '..'],
    ['an encoded dot', '%2e'],
    ['encoded dots', '.%2E'],
    ['a list of dots', ['..']],
  ])('refuses %s', (_name, id) => {
    expect(() => writePath('/users/{id}', { id })).toThrow(
      /The parameter `id` cannot be .* in GET \/users\/\{id\}\./,
    );
  });

  it('refuses a value that its style makes dots of', () => {
    const path = [{ name: 'id', write: label }];
    expect(() => writePath('/{id}', { id: '' }, { path })).toThrow(TypeError);
    expect(() => writePath('/{id}', { id: '.' }, { path })).toThrow(TypeError);
  });

  it.each(['../orgs/a?x=1#y', 'a/../b', '\\..\\', '...', '%2e%2e/', '?', '#', ' ', '\n', '$&', "$'", '{id}'])(
    'keeps %j in its segment',
    (id) => {
      const { pathname, search, hash } = new URL(`https://example.org${writePath('/users/{id}/x', { id })}`);
      expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'users', id, 'x']);
      expect(search + hash).toBe('');
    },
  );
});

describe('a query', () => {
  it('leaves absent values out and keeps the order of the method', () => {
    const query = ['after', 'limit', { name: 'ids', key: 'ids2', write: formJoined }, 'q', 'none'];
    const params = { limit: 20, ids2: [1, 2], after: 'a b', q: false, none: null };
    expect(writePath('/x', params, { query })).toBe('/x?after=a%20b&limit=20&ids=1,2&q=false');
  });

  it('is absent where nothing is given', () => {
    expect(writePath('/x', { b: [] }, { query: ['a', 'b'] })).toBe('/x');
    expect(writePath('/x', {}, { query: ['constructor', '__proto__'] })).toBe('/x');
  });
});

describe('headers', () => {
  it('hold values as they are', () => {
    const header = ['If-Match', 'X-Ids', 'X-None'];
    const { headers } = write('/x', { 'If-Match': '"a b"', 'X-Ids': ['a', 'b'] }, { header });
    expect(headers).toMatchObject({ 'If-Match': '"a b"', 'X-Ids': 'a,b', 'X-None': undefined });
  });

  it('hold cookies, their values encoded', () => {
    const { headers } = write('/x', { a: 'x;y', b: ['1', '2'] }, { cookie: ['a', 'b'] });
    expect(headers.cookie).toBe('a=x%3By; b=1; b=2');
  });
});

describe('a parameter that nobody declared', () => {
  it.each([
    [
      'a misspelt one',
      { id: '1', expnad: 1 },
      '`expnad` is not among the parameters of GET /{id}: `id`, `expand`.',
    ],
    ['a body', { id: '1', body: {} }, '`body` is not among the parameters of GET /{id}'],
  ])('is refused: %s', (_name, params, message) => {
    expect(() => write('/{id}', params, { query: ['expand'] })).toThrow(message);
  });
});

describe('values of any kind', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  const segment = fc
    .oneof(text, fc.stringMatching(/^[./\\%2eE?#&=+;:@ {}]{1,8}$/), fc.webPath(), fc.double(), fc.bigInt())
    .filter((value) => !/^(?:\.|%2e){0,2}$/i.test(String(value)));
  const params = fc.record({
    a: segment,
    b: segment,
    q: fc.oneof(segment, fc.boolean(), fc.array(text, { minLength: 1 })),
  });

  it('decode on the server to what went in, and never reach another path', () => {
    fc.assert(
      fc.property(params, ({ a, b, q }) => {
        const target = writePath('/a/{a}/b/{b}', { a, b, q }, { query: ['q'] });
        const { origin, pathname, searchParams, hash } = new URL(`https://example.org${target}`);
        expect(origin + hash).toBe('https://example.org');
        expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', String(a), 'b', String(b)]);
        expect([...searchParams]).toEqual([q].flat().map((one) => ['q', String(one)]));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
