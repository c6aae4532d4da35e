import type { Method, Operation, ProviderModel, Resource, Response } from '@plumbline/model';

/** A method and the operation that it is bound to. */
export interface BoundMethod {
  readonly resource: Resource;
  readonly method: Method;
  readonly operation: Operation;
}

/** The methods that are bound, in the order of services, resources and pages. */
export function boundMethods({ services, operations }: ProviderModel): readonly BoundMethod[] {
  return services.flatMap(({ resources }) =>
    resources.flatMap((resource) =>
      resource.methods.flatMap((method) => {
        const operation = method.operation === null ? undefined : operations[method.operation];
        return operation === undefined ? [] : [{ resource, method, operation }];
      }),
    ),
  );
}

const JSON_TYPE = /^application\/(?:[^;\s]+\+)?json\b/i;

/** The first response of success, and its media type: JSON before others, empty where it has no content. */
export function successOf({ responses }: Operation): {
  readonly response: Response | null;
  readonly mediaType: string;
} {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const response =
    successes.find(({ contents }) => contents.some(({ mediaType }) => JSON_TYPE.test(mediaType))) ??
    successes[0] ??
    null;
  const types = response?.contents.map(({ mediaType }) => mediaType) ?? [];
  return { response, mediaType: types.find((type) => JSON_TYPE.test(type)) ?? types[0] ?? '' };
}

/** A JSONPath (RFC 9535) to the rows; empty where they are the response itself. */
export function objectKeyOf({ pagination }: Method): string {
  const pointer = pagination?.items ?? null;
  if (pointer === null || pointer === '') return '';
  const names = pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return `$${names.map((name) => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`)).join('')}`;
}
