import type { ExampleBody, MethodExample } from '@plumbline/emit-client/examples';
import type { JsonValue, Method, ProviderModel, Resource } from '@plumbline/model';
import { type CredentialOf, rememberedCredentials } from './credentials.ts';
import { curlCommand } from './curl.ts';
import { filledSql, templateText } from './statements.ts';

/** One call of a method in each language. */
export interface ExampleCode {
  readonly sql: string;
  readonly typescript: string;
  readonly curl: string;
}

export interface ExampleOptions {
  readonly model: ProviderModel;
  readonly resource: Resource;
  /** Whoever makes many examples of a provider gives it. */
  readonly credentialOf?: CredentialOf;
}

export function exampleCode(
  example: MethodExample,
  method: Method,
  { model, resource, credentialOf = rememberedCredentials(model) }: ExampleOptions,
): ExampleCode {
  const { call, code } = example;
  const params = new Map<string, JsonValue>([
    ...model.serverVariables.map((one) => [one.name, one.default ?? one.name] as const),
    ...call.params.map(({ param, value }) => [param.name, value] as const),
  ]);
  const body = call.body === null ? undefined : bodyValue(call.body);
  return {
    sql: filledSql(model.provider, resource, method, { params, body }),
    typescript: code,
    curl: curlCommand(example, model, credentialOf),
  };
}

/** What a statement can pass of a body: a file has a template in its place. */
function bodyValue(body: ExampleBody): JsonValue | undefined {
  if ('value' in body) return body.value;
  if (body.kind !== 'multipart') return undefined;
  return Object.fromEntries(
    body.parts.map((part) => [part.name, 'value' in part ? part.value : templateText(part.name)]),
  );
}
