import { PROVIDER_FORMAT, type Provider, type ProviderMethod } from '@plumbline/contract-server/provider';
import {
  byCodeUnit,
  camelName,
  type EmittedFile,
  type JsonObject,
  type Method,
  type Operation,
  type ProviderModel,
  type Resource,
  type Service,
} from '@plumbline/model';

/** What the contract server and the suites read: the bundled document, and the table of methods. */
export function providerOf(model: ProviderModel): Provider {
  const { settings } = model;
  return {
    format: PROVIDER_FORMAT,
    provider: model.provider,
    title: model.title,
    specVersion: model.specVersion,
    serverVariables: model.serverVariables.map(({ name, url, default: fallback, env }) => ({
      name,
      url,
      default: fallback,
      env,
    })),
    unmappedServerVariables: model.unmappedServerVariables ?? [],
    // The settings name a scheme in camel case.
    auth: Object.fromEntries(
      model.securitySchemes.flatMap(({ name }) => {
        const key = camelName(name);
        return Object.hasOwn(settings.auth, key) ? [[name, settings.auth[key] ?? {}] as const] : [];
      }),
    ),
    credentials: Object.fromEntries(model.securitySchemes.map(({ name }) => [name, camelName(name)])),
    errors: settings.errors,
    rateLimit: settings.rateLimit,
    methods: methodsOf(model),
    document: model.document,
  };
}

/** Prints the member `document` of `provider.json`, which is most of it. */
export type PrintDocument = (document: JsonObject) => string;

export const printDocument: PrintDocument = (document) =>
  JSON.stringify({ document }, null, 1).slice('{\n'.length, -'\n}'.length);

/** `provider.json`, as it is emitted. */
export function providerFile(model: ProviderModel, print: PrintDocument = printDocument): EmittedFile {
  const { document, ...others } = providerOf(model);
  const opening = JSON.stringify(others, null, 1).slice(0, -'\n}'.length);
  return { path: 'provider.json', content: `${opening},\n${print(document)}\n}\n` };
}

function methodsOf({ services, operations }: ProviderModel): readonly ProviderMethod[] {
  return services
    .flatMap((service) => service.resources.map((resource) => ({ service, resource })))
    .sort((a, b) => byCodeUnit(a.resource.id, b.resource.id))
    .flatMap(({ service, resource }) =>
      resource.methods.map((method) => {
        const operation = method.operation === null ? undefined : operations[method.operation];
        return methodOf(method, operation, { service, resource });
      }),
    );
}

function methodOf(
  method: Method,
  operation: Operation | undefined,
  { service, resource }: { readonly service: Service; readonly resource: Resource },
): ProviderMethod {
  const { body } = method;
  return {
    resource: resource.id,
    method: method.name,
    call: [service, resource, method].map(({ clientName }) => clientName).join('.'),
    sqlVerb: method.sqlVerb,
    operation: method.operation,
    deprecated: method.deprecated,
    params: method.params.map(({ name, wireName, key, in: place, required }) => ({
      name,
      wireName,
      key,
      in: place,
      required,
    })),
    body: body && {
      required: body.required,
      mediaType: body.mediaType,
      fields: body.fields.map(({ wireName, required }) => ({ name: wireName, required })),
    },
    fields: method.fields.map(({ wireName }) => wireName),
    pagination: method.pagination,
    successes: successesOf(operation),
    security: (operation?.security ?? []).map(({ schemes }) => schemes.map(({ name }) => name)),
  };
}

/** The declared statuses of success; `default`, where it is all that is declared. */
function successesOf(operation: Operation | undefined): readonly string[] {
  const statuses = (operation?.responses ?? []).map(({ status }) => status);
  const successes = statuses.filter((status) => status.startsWith('2'));
  return successes.length === 0 ? statuses.filter((status) => status === 'default') : successes;
}
