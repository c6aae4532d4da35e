import type { Method, Operation, Param, ProviderModel, Response } from '@plumbline/model';

/** What the spec says of a method's operation, beyond the columns of the Methods table. */
export interface OperationFacts {
  readonly operation: Operation;
  /** Alternatives of credentials: each the schemes that are needed together, with their scopes. */
  readonly security: Operation['security'];
  readonly params: readonly { readonly place: string; readonly params: readonly Param[] }[];
  readonly responses: readonly ResponseFacts[];
  readonly pagination: string | null;
  readonly rateLimit: string | null;
}

export interface ResponseFacts {
  readonly response: Response;
  readonly meaning: string;
}

const PLACES: readonly (readonly [Exclude<Param['in'], null>, string])[] = [
  ['server', 'Server'],
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
];

/** Null for a method that is bound to no operation. */
export function operationFacts(model: ProviderModel, method: Method): OperationFacts | null {
  const operation = method.operation === null ? undefined : model.operations[method.operation];
  if (operation === undefined) return null;
  return {
    operation,
    security: operation.security,
    params: PLACES.flatMap(([place, label]) => {
      const params = method.params.filter((param) => param.in === place);
      return params.length === 0 ? [] : [{ place: label, params }];
    }),
    responses: operation.responses.map((response) => ({
      response,
      meaning: response.description.trim() || meaningOf(response.status),
    })),
    pagination: paginationText(method),
    rateLimit: rateLimitText(operation, model),
  };
}

/** RFC 9110 section 15 and RFC 6585, for responses that say nothing. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['200', 'OK'],
  ['201', 'Created'],
  ['202', 'Accepted'],
  ['204', 'No content'],
  ['400', 'Bad request'],
  ['401', 'Unauthorized'],
  ['403', 'Forbidden'],
  ['404', 'Not found'],
  ['409', 'Conflict'],
  ['429', 'Too many requests'],
  ['default', 'Any other status'],
]);

function meaningOf(status: string): string {
  return MEANINGS.get(status) ?? '';
}

function paginationText({ pagination }: Method): string | null {
  if (pagination === null) return null;
  const limit =
    pagination.limitParam === null ? '' : ` \`${pagination.limitParam}\` sets how many items a page has.`;
  const items =
    pagination.items === null || pagination.items === '' ? '' : ` The items are at \`${pagination.items}\`.`;
  switch (pagination.kind) {
    case 'link':
      return `The \`Link\` header of a page leads to the next one.${limit}${items}`;
    case 'cursor':
      return `\`${pagination.cursorParam}\` takes the cursor that a page has at \`${pagination.next}\`.${limit}${items}`;
    case 'offset':
      return `\`${pagination.offsetParam}\` says how many items to leave out.${limit}${items}`;
    case 'page':
      return `\`${pagination.pageParam}\` is the number of the page.${limit}${items}`;
  }
}

function rateLimitText({ responses }: Operation, { settings }: ProviderModel): string | null {
  const limited = responses.find(({ status }) => status === '429');
  if (limited === undefined) return null;
  const { reset } = settings.rateLimit;
  const wanted = reset?.toLowerCase();
  const names = limited.headers.map(({ name }) => name).filter((name) => /limit|retry/i.test(name));
  const shown = [
    ...(reset === undefined || names.some((name) => name.toLowerCase() === wanted) ? [] : [reset]),
    ...names,
  ];
  const headers = shown.length === 0 ? '' : ` Its headers: ${shown.map((name) => `\`${name}\``).join(', ')}.`;
  const again =
    reset === undefined ? '' : ` \`${reset}\` says when to try again, in seconds since the epoch.`;
  return `Too many requests are answered with status 429.${headers}${again}`;
}
