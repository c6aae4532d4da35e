import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCore,
  deepObject,
  form,
  formJoined,
  jsonContent,
  jsonText,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  method,
  pipeDelimited,
  reserved,
  simple,
  simpleExploded,
  spaceDelimited,
} from './index.ts';
import type { Loose } from './testing/client.ts';
import { json, serve, type TestServer } from './testing/server.ts';

/** What a server that knows OpenAPI's styles, and nothing of this package, makes of a raw URL. */

const decode = decodeURIComponent;
const list = (text: string, separator = ',') => text.split(separator).map(decode);
const object = (text: string, separator: string) =>
  Object.fromEntries(text.split(separator).map((pair) => pair.split('=').map(decode)));
const unflatten = (text: string) => {
  const flat = list(text);
  return Object.fromEntries(flat.flatMap((key, i) => (i % 2 === 0 ? [[key, flat[i + 1]]] : [])));
};

function readUrl(url: string): object {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const [root, a, ...segments] = path.split('/');
  const [plain = '', flat = '', pairs = '', dot = '', dots = '', semi = '', semis = '', value = '', ...more] =
    segments;
  const given = query.split('&').map((pair) => pair.split('=') as [name: string, value: string]);
  const raw = (name: string) => given.filter(([key]) => key === name).map(([, value]) => value);
  const member = (key: string) => decode(key).slice('deep['.length, -1);
  return {
    at: [root, a, ...more],
    plain: list(plain),
    flat: unflatten(flat),
    pairs: object(pairs, ','),
    dot: [dot[0], list(dot.slice(1))],
    dots: [dots[0], object(dots.slice(1), '.')],
    semi: [semi.slice(0, 6), list(semi.slice(6))],
    semis: [semis[0], list(semis.slice(1).replaceAll('semis=', ''), ';')],
    value: decode(value),
    each: raw('each').map(decode),
    joined: list(raw('joined').join()),
    spaced: list(raw('spaced').join(), '%20'),
    piped: list(raw('piped').join(), '%7C'),
    deep: Object.fromEntries(
      given
        .filter(([key]) => decode(key).startsWith('deep['))
        .map(([key, value]) => [member(key), decode(value)]),
    ),
    content: decode(raw('content').join()),
    open: decode(given.flatMap(([key, ...rest]) => (key === 'open' ? rest.join('=') : [])).join()),
  };
}

const PATH = '/a/{plain}/{flat}/{pairs}/{dot}/{dots}/{semi}/{semis}/{value}';
const get = method<Loose>(`GET ${PATH}`, {
  path: [
    { name: 'flat', write: simple },
    { name: 'pairs', write: simpleExploded },
    { name: 'dot', write: label },
    { name: 'dots', write: labelExploded },
    { name: 'semi', write: matrix },
    { name: 'semis', write: matrixExploded },
    { name: 'value', write: jsonText },
  ],
  query: [
    { name: 'each', write: form },
    { name: 'joined', write: formJoined },
    { name: 'spaced', write: spaceDelimited },
    { name: 'piped', write: pipeDelimited },
    { name: 'deep', write: deepObject },
    { name: 'content', write: jsonContent },
    { name: 'open', write: form, encode: reserved },
  ],
});

/** Strings that a URL can hold (no lone surrogates), and such as would lead elsewhere. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.stringMatching(/^[./\\%2eE?#&=+;:,@ {}[\]|'"]{1,8}$/),
  fc.constantFrom('..', '.', '../x', '//x', '%2e%2e', '%2F', '\\..\\', '?', '#', '\r\n', '\0', '://x'),
);
const isSegment = (given: unknown) => !/^(?:\.|%2e){0,2}$/i.test(String(given));
const texts = (of = text) => fc.array(of, { minLength: 1, maxLength: 3 });
const record = (of = text) => fc.dictionary(of, of, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
/** What a style's own separator cannot be told from, as it is not encoded, or encoded alike. */
const without = (separator: RegExp) => text.filter((given) => !separator.test(given));

const params = fc.record({
  plain: texts().filter(isSegment),
  flat: record(),
  pairs: record(),
  dot: texts().filter((given) => isSegment(`.${given}`)),
  dots: record(without(/\./)),
  semi: texts(),
  semis: texts(),
  value: fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }).filter((given) => given !== null),
  each: texts(),
  joined: texts(),
  spaced: texts(without(/ /)),
  piped: texts(without(/\|/)),
  deep: record(without(/[[\]]/)),
  content: fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }).filter((given) => given !== null),
  // Percent-encoded triplets are meant to stay as they are.
  open: without(/%[\da-f]{2}/i),
});

describe('10,000 values in all styles', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve((response, { url }) => json(response, url));
  });
  afterAll(() => server.close());

  it('decode on a server to what went in, and never reach another path', async () => {
    const client = createCore({ server: server.url }, {});
    const property = fc.asyncProperty(params, async (given) => {
      const { dot, dots, semi, semis, value, content, ...rest } = given;
      expect(readUrl((await get(client, given)) as string)).toEqual({
        ...rest,
        at: ['', 'a'],
        dot: ['.', dot],
        dots: ['.', dots],
        semi: [';semi=', semi],
        semis: [';', semis],
        // As texts: V8 parses the key "\u0000" as "\\" where an object with that key came before it.
        value: JSON.stringify(value),
        content: JSON.stringify(content),
      });
    });
    // 15 values a request.
    await fc.assert(property, { seed: 1, numRuns: 667 });
    expect(server.received.length).toBeGreaterThanOrEqual(667);
  });
});
