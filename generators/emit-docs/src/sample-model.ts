import {
  clientSettings,
  dictionary,
  type Field,
  type JsonObject,
  type Method,
  type Operation,
  type Param,
  type ProviderModel,
  type Resource,
  type Schema,
  type Service,
} from '@plumbline/model';

/** Small models for tests: each builder fills in what a test does not speak of. */

const ORIGIN = { file: 'openapi.yaml', pointer: '' };
const NO_ORIGINS = { page: null, spec: null };

export function stringSchema(facts: Partial<Schema> = {}): Schema {
  return { kind: 'string', origin: ORIGIN, ...facts } as Schema;
}

export function param(name: string, facts: Partial<Param> = {}): Param {
  return {
    name,
    wireName: name,
    key: name,
    in: 'query',
    required: false,
    type: 'string',
    description: '',
    deprecated: false,
    schema: stringSchema(),
    origins: NO_ORIGINS,
    ...facts,
  };
}

export function field(name: string, facts: Partial<Field> = {}): Field {
  return {
    name,
    wireName: name,
    type: 'string',
    description: '',
    required: false,
    nullable: false,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    schema: stringSchema(),
    origins: NO_ORIGINS,
    ...facts,
  };
}

export function body(...fields: readonly Field[]): Method['body'] {
  return { required: true, description: '', mediaType: 'application/json', schema: null, fields };
}

export function method(name: string, facts: Partial<Method> = {}): Method {
  return {
    name,
    clientName: name,
    sqlVerb: 'select',
    operation: null,
    boundBy: 'none',
    description: '',
    deprecated: false,
    params: [],
    body: null,
    fields: [],
    pagination: null,
    origins: NO_ORIGINS,
    ...facts,
  };
}

export function resource(name: string, methods: readonly Method[], facts: Partial<Resource> = {}): Resource {
  return {
    id: `acme.things.${name}`,
    name,
    clientName: name,
    slug: name,
    service: 'things',
    kind: 'resource',
    summary: '',
    methods,
    dialect: 'N2',
    lifecycle: null,
    origins: NO_ORIGINS,
    ...facts,
  };
}

export function service(name: string, resources: readonly Resource[], facts: Partial<Service> = {}): Service {
  return { name, clientName: name, slug: name, description: '', resources, ...facts };
}

/** An operation that answers with `description`. */
export function operation(key: string, description: string): Operation {
  return {
    key,
    method: 'GET',
    path: '/',
    operationId: null,
    tags: [],
    summary: '',
    description: '',
    deprecated: false,
    parameters: [],
    requestBody: null,
    responses: [{ status: '200', description, headers: [], contents: [], origin: ORIGIN }],
    security: [],
    servers: [],
    pagination: null,
    extensions: dictionary(),
    origin: ORIGIN,
  };
}

export function model(services: readonly Service[], facts: Partial<ProviderModel> = {}): ProviderModel {
  const document: JsonObject = {};
  return {
    provider: 'acme',
    title: 'Acme API',
    description: '',
    specVersion: '1.0.0',
    openapi: '3.1.0',
    servers: [],
    serverVariables: [],
    securitySchemes: [],
    settings: clientSettings('@acme/client'),
    services,
    operations: dictionary(),
    schemas: dictionary(),
    document,
    ...facts,
  };
}
