import type { JsonObject } from '@plumbline/model';
import { replaceUnwritable, tsString } from '@plumbline/render';
import { answer, FIELDS, METHODS, OVERVIEW, PAGE, spec } from './library.ts';

/** Documents that are odd, and right all the same. */
export interface Accepted {
  readonly openapi: string | JsonObject;
  readonly page?: string;
  /** Codes of what there is to say of them nevertheless, each once. */
  readonly finds?: readonly string[];
  /** What the docs show, as it is written: texts of cells and paragraphs, and names to copy. */
  readonly shows: readonly string[];
  /** TypeScript that is right where the client's types say what the documents say. */
  readonly uses?: string;
}

const ALL_BOOKS = ['list_books', 'id', 'The id.', 'Lists books.'];
const BOM = '\ufeff';
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const SPEC = `${JSON.stringify(spec(), null, 2)}\n`;

const documents: [string, Accepted][] = [
  ['a byte order mark', { openapi: BOM + SPEC, page: BOM + PAGE, shows: ALL_BOOKS }],
  ['CRLF', { openapi: crlf(SPEC), page: crlf(PAGE), shows: ALL_BOOKS }],
  [
    'a page without Methods',
    {
      openapi: SPEC,
      page: OVERVIEW + FIELDS,
      finds: ['operation-missing-from-pages', 'methods-section-missing'],
      shows: ['acme.books.books'],
    },
  ],
  [
    'a page without Fields',
    { openapi: SPEC, page: OVERVIEW + METHODS, finds: ['fields-section-missing'], shows: ALL_BOOKS },
  ],
  [
    'empty tables',
    {
      openapi: SPEC,
      page: PAGE.replaceAll(/^\| <.*\n/gm, ''),
      finds: ['operation-missing-from-pages'],
      shows: [],
    },
  ],
];

const Node: JsonObject = {
  type: 'object',
  required: ['list'],
  properties: {
    self: { $ref: '#/components/schemas/Node' },
    list: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    map: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Node' } },
    any: { oneOf: [{ $ref: '#/components/schemas/Node' }, { type: 'string' }] },
  },
};

const Endless: JsonObject = {
  type: 'object',
  required: ['left', 'right'],
  properties: {
    left: { $ref: '#/components/schemas/Endless' },
    right: { $ref: '#/components/schemas/Endless' },
  },
};

/** A schema in a schema, `levels` deep, by each way in turn. */
function nested(levels: number): JsonObject {
  let schema: JsonObject = { type: 'string', description: 'The core.' };
  for (let level = 0; level < levels; level += 1) {
    schema =
      level % 3 === 0
        ? { type: 'object', properties: { a: schema } }
        : level % 3 === 1
          ? { type: 'array', items: schema }
          : { oneOf: [schema, { type: 'integer' }] };
  }
  return schema;
}

/** An operation that takes and gives a schema. */
function exchange(schema: JsonObject, schemas: JsonObject): JsonObject {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const post = { operationId: 'createBook', tags: ['books'], requestBody, responses: answer(schema) };
  return spec({ paths: { '/books': { post } }, components: { schemas } });
}

const shapes: [string, Accepted][] = [
  [
    'recursion',
    {
      openapi: exchange({ $ref: '#/components/schemas/Node' }, { Node }),
      shows: ['self', 'list', 'map', 'any'],
      uses: `
        declare const node: components['schemas']['Node'];
        node.self?.self?.list[0]?.map?.['x']?.self satisfies typeof node | undefined;`,
    },
  ],
  [
    'recursion without an end',
    {
      openapi: exchange({ $ref: '#/components/schemas/Endless' }, { Endless }),
      shows: ['left', 'right'],
      uses: `
        declare const endless: components['schemas']['Endless'];
        endless.left.right.left satisfies typeof endless;`,
    },
  ],
  [
    'nesting of 200 levels',
    {
      openapi: exchange(
        { $ref: '#/components/schemas/Deep' },
        { Deep: { type: 'object', properties: { deep: nested(200) } } },
      ),
      shows: ['deep'],
      uses: `
        declare const deep: components['schemas']['Deep'];
        // @ts-expect-error: it is no text on its first level
        deep.deep satisfies string | undefined;`,
    },
  ],
];

/** The operation of {@link spec} with other parts, elsewhere. */
function operationAt(path: string, parts: JsonObject = {}): JsonObject {
  return {
    [path]: {
      get: {
        operationId: 'getIt',
        tags: ['books'],
        responses: answer({ type: 'object', properties: { id: { type: 'string' } } }),
        ...parts,
      },
    },
  };
}

const references: [string, Accepted][] = [
  [
    'a path item by reference',
    {
      openapi: spec({
        paths: { '/b': { $ref: '#/components/pathItems/b' } },
        components: { pathItems: { b: operationAt('')[''] ?? {} } },
      }),
      shows: ['get_it'],
    },
  ],
  [
    'a pointer with percent escapes',
    {
      openapi: exchange(
        { $ref: '#/components/schemas/a%2Fb%20%7Bc%7D'.replace('%2F', '~1') },
        { 'a/b {c}': { type: 'object', properties: { inner: { type: 'string' } } } },
      ),
      shows: ['inner'],
      uses: `({} as components['schemas']['a/b {c}']).inner satisfies string | undefined;`,
    },
  ],
  ['the empty path', { openapi: spec({ paths: operationAt('/') }), shows: ['get_it'] }],
  [
    'a pattern that backtracks without an end',
    {
      openapi: spec({
        paths: operationAt('/a', {
          parameters: [
            { name: 'q', in: 'query', schema: { type: 'string', pattern: '^(a+)+$', minLength: 40 } },
          ],
        }),
      }),
      shows: ['q'],
    },
  ],
  [
    'servers whose addresses would be code',
    {
      openapi: spec({
        servers: [
          { url: 'javascript:alert(1)//{x}', variables: { x: { default: "'+alert(1)+'" } } },
          { url: "https://acme.test/'});alert(1);//*/ ${process.env.HOME} </script>" },
        ],
      }),
      shows: ALL_BOOKS,
    },
  ],
];

/** Names that a client cannot keep for a parameter: every object has them. */
const INHERITED: readonly string[] = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** A name wherever a document gives names. */
function named(name: string): Accepted {
  const q = tsString(name);
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  const pointer = `#/components/schemas/${token.isWellFormed() ? encodeURIComponent(token) : token}`;
  const description = `Called ${name.replaceAll(/[*_\\`[\]]/g, '\\$&')}.`;
  const schema: JsonObject = Object.fromEntries([
    ['type', 'object'],
    ['description', description],
    ['required', [name]],
    ['properties', Object.fromEntries([[name, { type: 'string', enum: [name, 'other'], description }]])],
  ]);
  const operation = {
    operationId: name,
    tags: [name],
    description,
    parameters: [{ name, in: 'query', description, schema: { type: 'string', enum: [name, 'other'] } }],
    requestBody: { required: true, content: { 'application/json': { schema: { $ref: pointer } } } },
    responses: answer({ $ref: pointer }),
  };
  return {
    openapi: spec({
      paths: { [`/things/${name.replaceAll(/[{}?#]/g, '').trim()}`]: { post: operation } },
      components: { schemas: Object.fromEntries([[name, schema]]) },
    }),
    // An object with a method `then` is a promise.
    finds:
      name === 'then' ? Array(3).fill('name-collision') : INHERITED.includes(name) ? ['name-collision'] : [],
    shows: [name, `Called ${name}.`].map(replaceUnwritable),
    uses: `
      declare const thing: components['schemas'][${q}];
      thing[${q}] satisfies ${q} | 'other';
      // @ts-expect-error: there are two values
      thing[${q}] satisfies 'other';`,
  };
}

const NAMES: readonly string[] = [
  ...['class', 'delete', 'default', 'await', 'arguments', 'then', 'string'],
  ...INHERITED,
  ...['../x', '/etc/passwd', 'con', 'nul.txt', '.', '..', '-rf', '~'],
  ...['😀', '𝒳', 'größe', 'ﬁ', '名前', '\u202eevil', 'a\u0000b', '\ud800'],
  ...[
    '*/ alert(1) /*',
    '${process.env.HOME}',
    '{process.env.HOME}',
    '</script>',
    "it's",
    '"',
    '`',
    '\\',
    'a\u2028b',
    'import x from "y"',
    '---',
    ':::note',
    '$(id)',
    '%2e%2e%2f',
    '#',
    ' ',
  ],
];

/** Names that are one name in the casing of TypeScript. */
const COLLIDING = ['a-b', 'a_b', 'aB', 'AB', 'ab', 'a b', 'a.b'];

const colliding: Accepted = {
  openapi: exchange(
    { $ref: '#/components/schemas/a-b' },
    Object.fromEntries(
      COLLIDING.map((name) => [
        name,
        { type: 'object', properties: Object.fromEntries(COLLIDING.map((key) => [key, { type: 'string' }])) },
      ]),
    ),
  ),
  finds: ['type-name-collision'],
  shows: COLLIDING,
  uses: COLLIDING.map(
    (name) =>
      `({} as components['schemas'][${tsString(name)}])[${tsString(name)}] satisfies string | undefined;`,
  ).join('\n'),
};

export const ACCEPTED: readonly [string, Accepted][] = [
  ...documents,
  ...shapes,
  ...references,
  ...NAMES.map((name): [string, Accepted] => [`the name ${JSON.stringify(name)}`, named(name)]),
  ['names that collide after casing', colliding],
];
