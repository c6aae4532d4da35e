import type { Field, Param, ProviderModel } from '@plumbline/model';
import {
  type EmittedFile,
  type FieldReader,
  fieldsOf,
  pointerTokens,
  resolveSchema,
  rowsOfNames,
  type Schemas,
} from '@plumbline/model';
import { type Encoded, ts, tsString, tsValue } from '@plumbline/render';
import type { OpenClientMemory } from '../client-memory.ts';
import type { BoundMethod } from '../methods/bound-method.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import type { ServerPlan } from '../methods/servers.ts';
import { type CatalogueMethodView, render } from './render.ts';

type Ts = Encoded<'ts'>;
type Facts = { readonly [key: string]: string | number | boolean | readonly string[] | Facts };

/**
 * The catalogue of a provider, for who calls its methods by the names of the pages: one file, and one for each service,
 * which is imported when it is needed.
 */
export function catalogueFiles(
  model: ProviderModel,
  resources: readonly BoundResource[],
  { server, once }: { readonly server: ServerPlan } & Pick<OpenClientMemory, 'once'>,
): readonly EmittedFile[] {
  const services = [...new Set(resources.map(({ service }) => service))];
  const own = services.map((service) => resources.filter((one) => one.service === service));
  const content = render('catalogue', {
    provider: tsString(model.provider),
    server: tsString(server.url),
    variables: server.variables.map(({ name, key }) =>
      tsValue({ name, ...(key === name ? {} : { key }), in: 'server', type: 'string' }),
    ),
    services: services.map((service, i) => ({
      name: tsString(service.name),
      resources: tsValue((own[i] ?? []).map(({ resource }) => resource.name)),
      from: tsString(`./${pathOf(service.slug)}`),
    })),
  });
  return [
    { path: 'catalogue.ts', content },
    ...services.map(({ slug }, i) => {
      const bound = own[i] ?? [];
      const parts = bound.map(({ resource }) => resource);
      return once(`catalogue ${slug}`, parts, () => serviceFile(slug, bound, model.schemas));
    }),
  ];
}

const pathOf = (slug: string): string => `${slug}.catalogue.ts`;

function serviceFile(slug: string, resources: readonly BoundResource[], schemas: Schemas): EmittedFile {
  // Methods of a resource often answer the same rows.
  const columns = new Map<string, { readonly name: Ts; readonly items: readonly Ts[] }>();
  const columnsOf = (fields: readonly Field[]): Ts => {
    if (fields.length === 0) return ts`[]`;
    const items = fields.map((field) => tsValue(fieldFacts(field, schemas)));
    const text = items.join();
    const known = columns.get(text) ?? { name: `columns${columns.size + 1}` as Ts, items };
    columns.set(text, known);
    return known.name;
  };
  const views = resources.map(({ service, resource, methods }) => ({
    name: tsString(resource.name),
    from: tsString(`./${service.slug}/${resource.slug}.ts`),
    methods: methods.map((bound) => methodView(bound, schemas, columnsOf)),
  }));
  const content = render('service-catalogue', { columns: [...columns.values()], resources: views });
  return { path: pathOf(slug), content };
}

function methodView(
  bound: BoundMethod,
  schemas: Schemas,
  columnsOf: (fields: readonly Field[]) => Ts,
): CatalogueMethodView {
  const { method, operation, body, params } = bound;
  const items = rowsAt(bound, schemas);
  const limit = limitOf(bound);
  const facts: readonly Ts[] = [
    ...(items.length === 0 ? [] : [ts`items: ${tsValue([...items])}`]),
    ...(bound.paging === null ? [] : [ts`isPaged: true`]),
    ...(limit === null ? [] : [ts`limit: ${tsValue(limit)}`]),
    ...(method.deprecated ? [ts`isDeprecated: true`] : []),
  ];
  return {
    name: tsString(method.name),
    verb: tsString(method.sqlVerb),
    call: tsString(method.clientName),
    operation: tsString(`${operation.method} ${operation.path}`),
    params: params.map(({ param }) => tsValue(paramFacts(param, schemas))),
    body: body === null || method.body === null ? null : bodyOf(body, method.body.fields, schemas),
    columns: columnsOf(method.fields),
    facts,
  };
}

function paramFacts({ name, key, in: place, required, ...typed }: Param, schemas: Schemas): Facts {
  return {
    name,
    ...(key === name ? {} : { key }),
    in: place ?? 'query',
    type: typeOf(typed, schemas),
    ...(required ? { required } : {}),
  };
}

function fieldFacts({ name, wireName, ...typed }: Field, schemas: Schemas): Facts {
  return { name, ...(wireName === name ? {} : { key: wireName }), type: typeOf(typed, schemas) };
}

function bodyOf(
  { required, schema }: NonNullable<BoundMethod['body']>,
  fields: readonly Field[],
  schemas: Schemas,
): Ts {
  const list = fields.map((field) => ({
    ...fieldFacts(field, schemas),
    ...(field.required ? { required: true } : {}),
  }));
  const type = fields.length > 0 ? 'object' : schema === null ? 'any' : typeOf({ schema, type: '' }, schemas);
  return tsValue({ ...(required ? { required } : {}), type, fields: list });
}

const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object']);

/** The type of a value, as a catalogue knows types. */
function typeOf({ schema, type }: Pick<Field, 'schema' | 'type'>, schemas: Schemas): string {
  // What pages show is what a value is, also through the parts of an `allOf`.
  if (TYPES.has(type)) return type;
  const kind = schema === null ? '' : resolveSchema(schema, schemas).kind;
  return TYPES.has(kind) ? kind : 'any';
}

/** Where the rows are in an answer, key by key; empty: the answer is a list of rows, or one. */
function rowsAt({ method, operation, answer, paging }: BoundMethod, schemas: Schemas): readonly string[] {
  if (paging !== null) return pointerTokens(method.pagination?.items ?? '');
  const schema = answer.successes[0]?.bodies[0]?.schema ?? null;
  if (schema === null || method.fields.length === 0) return [];
  const names = new Set(method.fields.map(({ wireName }) => wireName));
  const reader: FieldReader = {
    fields: (one) => fieldsOf(one, schemas),
    resolve: (one) => resolveSchema(one, schemas),
  };
  return rowsOfNames(schema, names, { path: operation.path, reader }).at;
}

/** The parameter that says how many rows a page has. */
function limitOf({ method, paging }: BoundMethod): { key: string; maximum?: number } | null {
  const wireName = paging === null ? null : method.pagination?.limitParam;
  const param = method.params.find((one) => one.wireName === wireName && one.in === 'query');
  if (param === undefined) return null;
  const { key, maximum } = param;
  return maximum === undefined ? { key } : { key, maximum };
}
