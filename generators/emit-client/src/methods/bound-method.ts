import {
  type Dictionary,
  fieldsOf,
  type MediaType,
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
import { type BodyKind, bodyKind, isBinary } from './media-type.ts';

/** A method with the operation that it is bound to, as far as a client needs it. */
export interface BoundMethod {
  readonly method: Method;
  readonly operation: Operation;
  readonly params: readonly BoundParam[];
  readonly body: BoundBody | null;
  readonly answer: Answer;
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
}

/** What the successes of an operation are. */
export interface Answer {
  /** Null: no success bears a body. */
  readonly kind: 'json' | 'text' | 'binary' | null;
  /** The media types of this kind, which are asked for. */
  readonly mediaTypes: readonly string[];
  /** Of the JSON bodies; null: the document does not say. */
  readonly schemas: readonly (Schema | null)[];
  /** Some success bears no body. */
  readonly canBeEmpty: boolean;
  /** Successes may be of other kinds too. */
  readonly isMixed: boolean;
  /** Only such statuses as never bear a body (RFC 9110 sections 15.3.5 and 15.3.6). */
  readonly isBodiless: boolean;
}

/** The methods of a resource that are bound to an operation: the others cannot be called. */
export function boundMethods(
  { methods }: Resource,
  { operations, schemas }: { readonly operations: Dictionary<Operation>; readonly schemas: Schemas },
): readonly BoundMethod[] {
  return methods.flatMap((method) => {
    const operation = method.operation === null ? undefined : operations[method.operation];
    if (operation === undefined) return [];
    const body = boundBody(method, operation, schemas);
    return [
      {
        method,
        operation,
        params: boundParams(method, operation),
        body,
        answer: answerOf(operation, schemas),
      },
    ];
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

function boundBody({ body }: Method, { requestBody }: Operation, schemas: Schemas): BoundBody | null {
  if (body === null || requestBody === null) return null;
  const { mediaType, description, required } = body;
  const content = requestBody.contents.find((one) => one.mediaType === mediaType);
  const schema = content?.schema ?? null;
  const kind = bodyKind(mediaType, schema, schemas);
  const hasParts = schema !== null && (kind === 'form' || kind === 'multipart');
  return { required, description, mediaType, kind, schema, parts: hasParts ? fieldsOf(schema, schemas) : [] };
}

function answerOf({ responses }: Operation, schemas: Schemas): Answer {
  const explicit = responses.filter(({ status }) => status.startsWith('2'));
  const successes = explicit.length > 0 ? explicit : responses.filter(({ status }) => status === 'default');
  const contents = successes
    .flatMap((response) => response.contents)
    .map((content) => kindOf(content, schemas));
  const kind = contents.find((one) => one.kind === 'json')?.kind ?? contents[0]?.kind ?? null;
  const chosen = contents.filter((one) => one.kind === kind).map(({ content }) => content);
  return {
    kind,
    mediaTypes: [...new Set(chosen.map(({ mediaType }) => mediaType))],
    schemas: chosen.map(({ schema }) => schema),
    canBeEmpty: successes.some((response) => response.contents.length === 0),
    isMixed: chosen.length < contents.length,
    isBodiless: successes.every(({ status }) => status === '204' || status === '205'),
  };
}

function kindOf(content: MediaType, schemas: Schemas) {
  const kind = bodyKind(content.mediaType, content.schema, schemas);
  return { content, kind: kind === 'form' ? 'text' : kind === 'multipart' ? 'binary' : kind } as const;
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

/** The schemas whose types the data of a method is of. */
export function responseSchemas({ answer }: BoundMethod): readonly Schema[] {
  return answer.kind === 'json' ? answer.schemas.flatMap((schema) => schema ?? []) : [];
}

/** A part that is a file, or a list of files. */
export function isFile(schema: Schema, schemas: Schemas): boolean {
  const resolved = resolveSchema(schema, schemas);
  if (resolved.kind === 'array')
    return resolved.items !== null && isBinary(resolveSchema(resolved.items, schemas));
  return isBinary(resolved);
}
