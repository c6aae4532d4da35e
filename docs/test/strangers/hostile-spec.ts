import { HOSTILE, type HostileText } from './texts.ts';

/** Texts on one page: each has a field, a nested field and parameters of its own, and they share what there is one of. */
const ON_A_PAGE = 4;

/** Hostile texts by the resource that they are about. */
export const THINGS: readonly (readonly HostileText[])[] = [
  ...chunks(HOSTILE.filter(({ markdown }) => !markdown)),
  ...chunks(HOSTILE.filter(({ markdown }) => markdown)),
];

/** An OpenAPI document in which every place that reaches a page, or the data beside one, holds each hostile text. */
export function hostileSpec(): object {
  const all = HOSTILE.map(({ text }) => text).join('\n\n');
  return {
    openapi: '3.0.3',
    info: { title: all, version: all, description: all },
    servers: [{ url: 'https://api.example/', description: all }],
    tags: [{ name: 'things', description: all }],
    paths: Object.fromEntries(
      THINGS.map((texts, index) => [`/things/${thing(index)}`, pathItem(texts, index)]),
    ),
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key', description: all } },
    },
  };
}

/** The name of a resource. */
export function thing(index: number): string {
  return `thing_${index}`;
}

function pathItem(hostile: readonly HostileText[], index: number): object {
  const texts = hostile.map(({ text }) => text);
  const joined = texts.join('\n\n');
  const properties = texts.flatMap((text, i): [string, object][] => {
    const nested = {
      type: 'object',
      description: text,
      properties: Object.fromEntries([[text, facts(text)]]),
    };
    return [
      [text, facts(text)],
      [`nested_${i}`, nested],
    ];
  });
  const schema = {
    type: 'object',
    title: joined,
    description: joined,
    required: texts,
    properties: Object.fromEntries(properties),
  };
  const example = Object.fromEntries(texts.map((text) => [text, text]));
  const content = { 'application/json': { schema, example } };
  const parameters = texts.flatMap((text, i) => [
    parameter('query', text, text),
    parameter('header', `x-text-${i}`, text),
  ]);
  const responses = { 200: { description: joined, content }, 404: { description: joined, content } };
  const common = {
    tags: ['things'],
    summary: joined,
    description: joined,
    responses,
    parameters,
    deprecated: true,
  };
  return {
    get: { ...common, operationId: `list_${thing(index)}` },
    post: { ...common, operationId: `create_${thing(index)}`, requestBody: { description: joined, content } },
  };
}

function facts(text: string): object {
  return {
    type: 'string',
    title: text,
    description: text,
    enum: [text, 'a'],
    default: text,
    example: text,
    // No regular expression: that is found, and told on the page of what was found.
    pattern: `${text}(`,
  };
}

function parameter(place: string, name: string, text: string): object {
  const schema = { type: 'string', enum: [text, 'a'], default: text };
  return { name, in: place, description: text, example: text, schema };
}

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / ON_A_PAGE) }, (_, i) =>
    all.slice(i * ON_A_PAGE, (i + 1) * ON_A_PAGE),
  );
}
