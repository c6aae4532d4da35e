import type { MethodExample } from '@plumbline/emit-client/examples';
import type { JsonValue, Method, ProviderModel, Resource } from '@plumbline/model';
import { curlCommand } from './curl.ts';
import { filledSql } from './statements.ts';

/** One call of a method in each language. */
export interface ExampleCode {
  readonly sql: string;
  readonly typescript: string;
  readonly curl: string;
}

export function exampleCode(
  example: MethodExample,
  method: Method,
  { model, resource }: { readonly model: ProviderModel; readonly resource: Resource },
): ExampleCode {
  const { call, code } = example;
  const params = new Map<string, JsonValue>([
    ...model.serverVariables.map((one) => [one.name, one.default ?? one.name] as const),
    ...call.params.map(({ param, value }) => [param.name, value] as const),
  ]);
  const body = call.body !== null && 'value' in call.body ? call.body.value : undefined;
  return {
    sql: filledSql(model.provider, resource, method, { params, body }),
    typescript: code,
    curl: curlCommand(example, model),
  };
}
