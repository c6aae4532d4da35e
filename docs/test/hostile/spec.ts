import { HOSTILE } from './texts.ts';

/** An OpenAPI document in which every place that reaches a page holds each hostile text, one text a resource. */
export function hostileSpec(): object {
  const all = HOSTILE.map(({ text }) => text).join('\n\n');
  return {
    openapi: '3.0.3',
    info: { title: all, version: all, description: all },
    servers: [{ url: 'https://api.example/', description: all }],
    tags: [{ name: 'things', description: all }],
    paths: Object.fromEntries(
      HOSTILE.map(({ text }, index) => [`/things/${thing(index)}`, pathItem(text, index)]),
    ),
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key', description: all } },
    },
  };
}

/** The name of the resource that is about a text. */
export function thing(index: number): string {
  return `thing_${index}`;
}

function pathItem(text: string, index: number): object {
  const facts = {
    type: 'string',
    title: text,
    description: text,
    enum: [text, 'a'],
    default: text,
    example: text,
    pattern: text,
  };
  const nested = { type: 'object', description: text, properties: { [text]: facts } };
  const schema = {
    type: 'object',
    title: text,
    description: text,
    required: [text],
    properties: { [text]: facts, nested },
  };
  const content = { 'application/json': { schema, example: { [text]: text } } };
  const parameters = ['query', 'header'].map((place) => ({
    name: place === 'query' ? text : 'x-text',
    in: place,
    description: text,
    example: text,
    schema: { type: 'string', enum: [text, 'a'], default: text },
  }));
  const responses = { 200: { description: text, content }, 404: { description: text, content } };
  const common = {
    tags: ['things'],
    summary: text,
    description: text,
    responses,
    parameters,
    deprecated: true,
  };
  return {
    get: { ...common, operationId: `list_${thing(index)}` },
    post: { ...common, operationId: `create_${thing(index)}`, requestBody: { description: text, content } },
  };
}
