import type { Field, Method, ProviderModel } from '@plumbline/model';
import { replaceUnwritable } from '@plumbline/render';
import { aboutAnchor, exampleAnchor, responseAnchor } from '../facts/anchors.ts';
import { bodyFields } from '../facts/body-fields.ts';
import { operationFacts, type ResponseFacts } from '../facts/operation-facts.ts';
import type { Prose } from '../views/prose.ts';
import type { Nested } from './nested.ts';
import type { BodyData, MethodData, ParameterLink, ResponseData } from './page-data.ts';

export interface MethodOptions {
  readonly model: ProviderModel;
  readonly prose: Prose;
  readonly nested: Nested;
  /** The path of a source file, as the site knows it. */
  readonly sourceOf: (file: string) => string;
}

/** What is told of a method's request and responses; null for one that is bound to no operation. */
export function methodData(method: Method, options: MethodOptions): MethodData | null {
  const { model, prose, sourceOf } = options;
  const facts = operationFacts(model, method);
  if (facts === null) return null;
  const { operation, params, security, pagination, rateLimit, responses } = facts;
  return {
    id: replaceUnwritable(aboutAnchor(method.name)),
    name: replaceUnwritable(method.name),
    example: replaceUnwritable(exampleAnchor(method.name)),
    params: params.map(({ place, params: own }) => [place, own.map(parameterLink)]),
    ...(method.body !== null && { body: bodyData(method, method.body, prose) }),
    credentials: security.map(({ schemes }) =>
      schemes.map(({ name, scopes }) => [replaceUnwritable(name), ...scopes.map(replaceUnwritable)] as const),
    ),
    ...(pagination !== null && { pages: prose.rich(pagination) }),
    ...(rateLimit !== null && { rateLimit: prose.rich(rateLimit) }),
    spec: [sourceOf(operation.origin.file), operation.origin.pointer],
    ...(operation.operationId !== null && { operationId: replaceUnwritable(operation.operationId) }),
    responses: responses.map((one) => responseData(method, one, options)),
  };
}

function bodyData(
  method: Method,
  { mediaType, required, description }: NonNullable<Method['body']>,
  prose: Prose,
): BodyData {
  return {
    mediaType: replaceUnwritable(mediaType),
    ...(required && { required }),
    fields: bodyFields(method).map(parameterLink),
    ...(description.trim() !== '' && { text: prose.rich(description) }),
  };
}

function parameterLink({ name, required }: Pick<Field, 'name' | 'required'>): ParameterLink {
  return required ? [replaceUnwritable(name), required] : [replaceUnwritable(name)];
}

function responseData(
  method: Method,
  { response, meaning }: ResponseFacts,
  { prose, nested }: MethodOptions,
): ResponseData {
  const { status, contents, headers } = response;
  return {
    id: replaceUnwritable(responseAnchor(method.name, status)),
    status: replaceUnwritable(status),
    text: prose.rich(meaning),
    ...(headers.length > 0 && { headers: headers.map(({ name }) => replaceUnwritable(name)) }),
    bodies: contents.map(({ mediaType, schema }) => {
      const inner = nested.of(schema);
      return { mediaType: replaceUnwritable(mediaType), ...(inner !== undefined && { nested: inner }) };
    }),
  };
}
