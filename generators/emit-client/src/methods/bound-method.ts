import {
  type Dictionary,
  dictionary,
  type Encoding,
  fieldsOf,
  type Method,
  type Operation,
  type Param,
  type Parameter,
  type Resource,
  resolveSchema,
  type Schema,
  type SchemaField,
  type Schemas,
} from '@plumbline/model';
import { type Answer, answerOf } from './answer.ts';
import { type BodyKind, bodyKind, isBinary } from './media-type.ts';
import { type Paging, pagingOf } from './paging.ts';
import { requestPath } from './request-path.ts';

/** A method with the operation that it is bound to, as far as a client needs it. */
export interface BoundMethod {
  readonly method: Method;
  readonly operation: Operation;
  /** The operation's path as requests have it, its variables unfilled: {@link requestPath}. */
  readonly path: string;
  readonly params: readonly BoundParam[];
  readonly body: BoundBody | null;
  readonly answer: Answer;
  /** Null: its answer is all there is. */
  readonly paging: Paging | null;
}

export interface BoundParam {
  readonly param: Param;
  /** The name on the wire: of a parameter in the path, the variable that it fills. */
  readonly name: string;
  /** Undefined where only the page knows the parameter. */
  readonly parameter: Parameter | undefined;
}

export interface BoundBody {
  readonly required: boolean;
  readonly description: string;
  readonly mediaType: string;
  readonly kind: BodyKind;
  readonly schema: Schema | null;
  /** The parts of a form: of a schema that is no object, none. */
  readonly parts: readonly SchemaField[];
  /** How some of them are written. */
  readonly encoding: Dictionary<Encoding>;
}

/** The methods of a resource that are bound to an operation: the others cannot be called. */
export function boundMethods(
  { methods }: Resource,
  { operations, schemas }: { readonly operations: Dictionary<Operation>; readonly schemas: Schemas },
): readonly BoundMethod[] {
  return methods.flatMap((method) => {
    const operation = method.operation === null ? undefined : operations[method.operation];
    if (operation === undefined) return [];
    const params = boundParams(method, operation);
    const body = boundBody(method, operation, schemas);
    const answer = answerOf(operation, schemas);
    const paging = pagingOf(method, answer, schemas);
    return [{ method, operation, path: requestPath(operation), params, body, answer, paging }];
  });
}

function boundParams({ params }: Method, { path, parameters }: Operation): readonly BoundParam[] {
  const sent = params.filter((param) => param.in !== 'server' && param.in !== null);
  const inPath = sent.filter((param) => param.in === 'path').map(({ wireName }) => wireName);
  const variables = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, variable = '']) => variable);
  const [unfilled, ...others] = variables.filter((variable) => !inPath.includes(variable));
  const strays = inPath.filter((name) => !variables.includes(name));
  return sent.map((param) => ({
    param,
    // A variable and a parameter that nobody else claims are one, spelt in two ways: the reader has reported it.
    name:
      param.in === 'path' && strays.length === 1 && others.length === 0 && strays[0] === param.wireName
        ? (unfilled ?? param.wireName)
        : param.wireName,
    parameter: parameters.find(({ name, in: place }) => name === param.wireName && place === param.in),
  }));
}

function boundBody(
  { body }: Method,
  { requestBody, method: operationMethod }: Operation,
  schemas: Schemas,
): BoundBody | null {
  if (body === null || requestBody === null || !canSendBody(operationMethod)) return null;
  const { mediaType, description, required } = body;
  const content = requestBody.contents.find((one) => one.mediaType === mediaType);
  const schema = content?.schema ?? null;
  const kind = bodyKind(mediaType, schema, schemas);
  const hasParts = schema !== null && (kind === 'form' || kind === 'multipart');
  const parts = hasParts ? fieldsOf(schema, schemas) : [];
  const encoding = content?.encoding ?? dictionary<never>();
  return { required, description, mediaType, kind, schema, parts, encoding };
}

/** `fetch` refuses a body of a GET and a HEAD (Fetch Standard, the constructor of `Request`). */
export function canSendBody(method: Operation['method']): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** The schemas whose types the parameters and the body of a method are of. */
export function requestSchemas({ params, body }: BoundMethod, schemas: Schemas): readonly Schema[] {
  const ofParams = params.flatMap(({ param }) => param.schema ?? []);
  if (body === null || body.kind === 'text' || body.kind === 'binary') return ofParams;
  if (body.kind === 'multipart') {
    const parts = body.parts.filter(({ schema }) => !isFile(schema, schemas));
    return [...ofParams, ...parts.map(({ schema }) => schema)];
  }
  return body.schema === null ? ofParams : [...ofParams, body.schema];
}

/** The schemas whose types a method's data and errors are of. */
export function responseSchemas({ answer }: BoundMethod): readonly Schema[] {
  const bodies = [...answer.successes, ...answer.failures].flatMap((one) => one.bodies);
  return bodies.flatMap(({ kind, schema }) =>
    schema === null || kind === 'text' || kind === 'binary' ? [] : schema,
  );
}

/** A part that is a file, or a list of files. */
export function isFile(schema: Schema, schemas: Schemas): boolean {
  const resolved = resolveSchema(schema, schemas);
  if (resolved.kind === 'array')
    return resolved.items !== null && isBinary(resolveSchema(resolved.items, schemas));
  return isBinary(resolved);
}
