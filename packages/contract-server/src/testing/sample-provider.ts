import type { JsonObject } from '../json.ts';
import { PROVIDER_FORMAT, type Provider, type ProviderMethod } from '../provider/provider.ts';

/** A provider of the given paths; what else there is of it may be overridden. */
export function sampleProvider(
  paths: JsonObject,
  more: Partial<Provider> & { readonly openapi?: string } = {},
): Provider {
  const { openapi = '3.1.0', document = {}, ...rest } = more;
  return {
    format: PROVIDER_FORMAT,
    provider: 'acme',
    title: 'Acme',
    specVersion: '1',
    serverVariables: [],
    auth: {},
    errors: {},
    rateLimit: {},
    methods: [],
    ...rest,
    document: { openapi, paths, ...document },
  };
}

/** A method of the table that pages an operation. */
export function pagingMethod(operation: string, pagination: ProviderMethod['pagination']): ProviderMethod {
  return {
    resource: 'acme.things.things',
    method: 'list',
    call: 'things.things.list',
    sqlVerb: 'select',
    operation,
    deprecated: false,
    params: [],
    body: null,
    fields: [],
    pagination,
    successes: ['200'],
    security: [],
  };
}
