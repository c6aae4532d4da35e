import {
  type Content,
  type Contract,
  childPointer,
  isJsonType,
  type JsonValue,
  list,
  member,
  type Operation,
  type Parameter,
  type ProviderMethod,
  shapeOf,
} from '@plumbline/contract-server';

/** Something that a call takes: a parameter, or the body. */
export interface Slot {
  readonly place: Parameter['in'] | 'body';
  /** As the API names it; empty for the body. */
  readonly name: string;
  /** In the object that the client is given. */
  readonly key: string;
  readonly required: boolean;
  readonly schema: JsonValue | undefined;
  /** Of the body; of a parameter that is described by `content`. */
  readonly mediaType: string | null;
  /** Null for the body. */
  readonly parameter: Parameter | null;
  /** The JSON Pointer of its declaration in the document. */
  readonly pointer: string;
}

/** `path userId`, `body`: how reports and messages name it. */
export function slotName({ place, name }: Slot): string {
  return place === 'body' ? 'body' : `${place} ${name}`;
}

/** What the calls of an operation take: the path item's parameters and its own, then the body. */
export function slotsOf(
  operation: Operation,
  method: ProviderMethod,
  { document }: Contract,
): readonly Slot[] {
  const item = childPointer('/paths', operation.path);
  const own = childPointer(item, operation.method.toLowerCase());
  const at = (owner: string, { in: place, name }: Parameter): string | null => {
    const declared = list(member(document.follow({ $ref: `#${owner}` }), 'parameters'));
    const index = declared.findIndex((each) => {
      const parameter = document.follow(each);
      return member(parameter, 'name') === name && member(parameter, 'in') === place;
    });
    return index === -1 ? null : `${owner}/parameters/${index}`;
  };
  // No URL holds a lone surrogate: a client cannot send what is named so. What credentials are sent as, nobody gives besides.
  const sendable = operation.parameters.filter(
    (parameter) =>
      parameter.required ||
      (!/\p{Surrogate}/u.test(parameter.name) &&
        !bearsCredentials(parameter, operation, document) &&
        !isMixedUp(parameter, operation, document)),
  );
  const parameters = sendable.map((parameter): Slot => {
    const { in: place, name, required, schema, mediaType } = parameter;
    const known = method.params.find((param) => param.wireName === name && param.in === place);
    const pointer = at(own, parameter) ?? at(item, parameter) ?? own;
    return { place, name, key: known?.key ?? name, required, schema, mediaType, parameter, pointer };
  });
  const body = bodyOf(operation);
  if (body === null) return parameters;
  return [
    ...parameters,
    {
      place: 'body',
      name: '',
      key: 'body',
      required: operation.requestBody?.required === true,
      schema: member(body.object, 'schema'),
      mediaType: body.mediaType,
      parameter: null,
      pointer: `${own}/requestBody`,
    },
  ];
}

/** Whether the members of an exploded object, each a pair of the query, are called like those of another, or like a parameter. */
export function isMixedUp(
  parameter: Parameter,
  { parameters }: Operation,
  document: Contract['document'],
): boolean {
  const own = explodedNames(parameter, document);
  if (own.length === 0) return false;
  return parameters.some((other) => {
    if (other === parameter || other.in !== parameter.in) return false;
    const others = new Set([other.name, ...explodedNames(other, document)]);
    return own.some((name) => others.has(name));
  });
}

function explodedNames(
  { style, explode, mediaType, schema }: Parameter,
  document: Contract['document'],
): readonly string[] {
  if (style !== 'form' || !explode || mediaType !== null) return [];
  const { types, properties } = shapeOf(schema, document);
  return types.has('object') ? [...properties.keys()] : [];
}

/** Whether a parameter is that in which an operation's credentials are sent. */
export function bearsCredentials(
  parameter: Pick<Parameter, 'in' | 'name'>,
  operation: Operation,
  document: Contract['document'],
): boolean {
  return borneSchemes(parameter, operation, document).length > 0;
}

/** The security schemes of an operation whose credentials are sent as a parameter. */
export function borneSchemes(
  { in: place, name }: Pick<Parameter, 'in' | 'name'>,
  { security }: Operation,
  { root, follow }: Contract['document'],
): readonly string[] {
  const schemes = member(member(root, 'components'), 'securitySchemes');
  const isSame = (a: JsonValue | undefined) =>
    place === 'header' ? String(a).toLowerCase() === name.toLowerCase() : a === name;
  return [...new Set(security.flat())].filter((each) => {
    const scheme = follow(member(schemes, each));
    const isKey = member(scheme, 'type') === 'apiKey' && member(scheme, 'in') === place;
    return isKey && isSame(member(scheme, 'name'));
  });
}

/** The JSON Pointer of a declared response. */
export function responsePointer({ path, method }: Operation, status: string): string {
  return `${childPointer('/paths', path)}/${method.toLowerCase()}/responses/${status}`;
}

/** The media type that clients send: JSON before the others. `fetch` sends no body with GET and HEAD. */
function bodyOf({ method, requestBody }: Operation): Content | null {
  if (requestBody === null || method === 'GET' || method === 'HEAD') return null;
  const { contents } = requestBody;
  return contents.find(({ mediaType }) => isJsonType(mediaType)) ?? contents[0] ?? null;
}
