import {
  clientSettings,
  dictionary,
  type Method,
  type Operation,
  type Param,
  type Parameter,
  type ProviderModel,
  type Response,
  type Schemas,
} from '@plumbline/model';
import { ORIGIN, type PlainSchema, schema, schemasOf, string } from './plan.ts';

const ORIGINS = { page: null, spec: null } as const;

/** A parameter of an operation, required in a path. */
export function parameter(
  name: string,
  place: Parameter['in'],
  {
    of = string,
    ...facts
  }: Partial<Omit<Parameter, 'name' | 'in' | 'schema'>> & { readonly of?: PlainSchema } = {},
): Parameter {
  const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  return {
    name,
    in: place,
    required: place === 'path',
    deprecated: false,
    description: '',
    style,
    explode: style === 'form',
    allowReserved: false,
    schema: schema(of),
    mediaType: null,
    examples: [],
    level: 'operation',
    extensions: dictionary(),
    origin: ORIGIN,
    ...facts,
  };
}

/** Media types and the schemas of their bodies. */
export type Contents = { readonly [mediaType: string]: PlainSchema | null };

function mediaTypes(contents: Contents) {
  return Object.entries(contents).map(([mediaType, body]) => ({
    mediaType,
    schema: body === null ? null : schema(body),
    examples: [],
    encoding: dictionary<never>(),
    origin: ORIGIN,
  }));
}

export function response(status: string, contents: Contents = {}, headers: readonly string[] = []): Response {
  return {
    status,
    description: '',
    headers: headers.map((name) => ({
      name,
      required: false,
      description: '',
      schema: schema(string),
      origin: ORIGIN,
    })),
    contents: mediaTypes(contents),
    origin: ORIGIN,
  };
}

export interface OperationFacts extends Partial<Omit<Operation, 'key' | 'method' | 'path' | 'requestBody'>> {
  readonly body?: Contents;
  readonly bodyRequired?: boolean;
}

/** `GET /things/{id}`, with a JSON answer of anything unless told otherwise. */
export function operation(
  key: string,
  { body, bodyRequired = true, ...facts }: OperationFacts = {},
): Operation {
  const [method = '', path = ''] = key.split(' ');
  return {
    key,
    method: method as Operation['method'],
    path,
    operationId: null,
    tags: [],
    summary: '',
    description: '',
    deprecated: false,
    parameters: [],
    requestBody:
      body === undefined
        ? null
        : { required: bodyRequired, description: '', contents: mediaTypes(body), origin: ORIGIN },
    responses: [response('200', { 'application/json': { kind: 'any' } })],
    security: [],
    servers: [],
    pagination: null,
    extensions: dictionary(),
    origin: ORIGIN,
    ...facts,
  };
}

/** The method of an operation, as reconciled with a page that says nothing of its own. */
export function methodOf(clientName: string, bound: Operation, facts: Partial<Method> = {}): Method {
  const [content] = bound.requestBody?.contents ?? [];
  return {
    name: clientName,
    clientName,
    sqlVerb: 'exec',
    operation: bound.key,
    boundBy: 'config',
    description: bound.description,
    deprecated: bound.deprecated,
    params: bound.parameters.map((one) => paramOf(one)),
    body:
      content === undefined
        ? null
        : {
            required: bound.requestBody?.required ?? false,
            description: '',
            mediaType: content.mediaType,
            schema: content.schema,
            fields: [],
          },
    fields: [],
    pagination: bound.pagination,
    origins: ORIGINS,
    ...facts,
  };
}

export function paramOf(
  { name, in: place, required, deprecated, description, schema: type }: Parameter,
  key = name,
): Param {
  const { origin: _origin, kind, ...facts } = type;
  return {
    ...(facts as Partial<Param>),
    name,
    wireName: name,
    key,
    in: place,
    required,
    type: kind,
    description,
    deprecated,
    schema: type,
    origins: ORIGINS,
  };
}

/** Methods by service and resource, bound to their operations. */
export interface Sample {
  readonly services: {
    readonly [service: string]: { readonly [resource: string]: readonly (readonly [Method, Operation])[] };
  };
  readonly schemas?: { readonly [name: string]: PlainSchema };
}

export function modelOf(
  { services, schemas = {} }: Sample,
  facts: Partial<ProviderModel> = {},
): ProviderModel {
  const methods = Object.values(services).flatMap((resources) => Object.values(resources).flat());
  const components: Schemas = schemasOf(schemas);
  return {
    provider: 'acme',
    title: 'Acme API',
    description: '',
    specVersion: '1.0.0',
    openapi: '3.1.0',
    servers: [{ url: 'https://api.acme.test', description: '', variables: [], origin: ORIGIN }],
    serverVariables: [],
    securitySchemes: [],
    settings: clientSettings('@acme/client'),
    services: Object.entries(services).map(([service, resources]) => ({
      name: service,
      clientName: service,
      slug: service,
      description: `The ${service}.`,
      resources: Object.entries(resources).map(([name, own]) => ({
        id: `acme.${service}.${name}`,
        name,
        clientName: name,
        slug: name,
        service,
        kind: 'resource',
        summary: '',
        methods: own.map(([method]) => method),
        dialect: null,
        lifecycle: null,
        origins: ORIGINS,
      })),
    })),
    operations: dictionary(methods.map(([, bound]) => [bound.key, bound])),
    schemas: components,
    document: { openapi: '3.1.0', info: { title: 'Acme API', version: '1.0.0' }, paths: {} },
    ...facts,
  };
}
