import { childPointer, type JsonObject, member, pointerTokens } from '@plumbline/model';
import { valueAt } from '../document/pointer.ts';
import { listedParameters } from './swagger-parameters.ts';

type Tokens = readonly string[];

/**
 * Finds the node of a Swagger 2.0 document that a node of its OpenAPI 3.0 form was made of: exactly for operations,
 * parameters, responses and schemas, else the one around it.
 */
export function swaggerPlaces(document: JsonObject): (pointer: string) => string {
  return (pointer) => {
    const [first, ...rest] = pointerTokens(pointer);
    switch (first) {
      case 'openapi':
        return '/swagger';
      case 'servers':
        return member(document, 'host') === undefined ? '/basePath' : '/host';
      case 'components':
        return pointerOf(componentPlace(rest));
      case 'paths':
        return pathPlace(document, pointer, rest);
      default:
        return pointer;
    }
  };
}

function pointerOf(tokens: Tokens): string {
  return tokens.reduce(childPointer, '');
}

function componentPlace([section, ...path]: Tokens): Tokens {
  const [name, ...rest] = path;
  if (name === undefined) return section === 'schemas' ? ['definitions'] : [];
  switch (section) {
    case 'schemas':
      return ['definitions', ...path];
    case 'parameters':
      return ['parameters', name, ...withoutSchema(rest)];
    case 'requestBodies':
      return ['parameters', name, ...bodyPart(rest)];
    case 'responses':
      return ['responses', name, ...responsePart(rest)];
    case 'securitySchemes':
      return ['securityDefinitions', name, ...(rest[0] === 'flows' ? rest.slice(2) : rest)];
    default:
      return [];
  }
}

function pathPlace(document: JsonObject, pointer: string, [path, member, ...rest]: Tokens): string {
  if (path === undefined || member === undefined) return pointer;
  const item = ['paths', path];
  if (member === 'parameters') return parameterPlace(document, item, rest);
  const [part, ...inner] = rest;
  const operation = [...item, member];
  switch (part) {
    case 'parameters':
      return parameterPlace(document, operation, inner);
    case 'requestBody':
      return bodyPlace(document, operation, item, inner);
    case 'responses': {
      const [status, ...response] = inner;
      return status === undefined
        ? pointer
        : pointerOf([...operation, part, status, ...responsePart(response)]);
    }
    default:
      return pointer;
  }
}

/** Parameters keep their order, without those of bodies. */
function parameterPlace(document: JsonObject, holder: Tokens, [index, ...rest]: Tokens): string {
  const list = pointerOf([...holder, 'parameters']);
  const kept = listedParameters(document, nodeAt(document, list)).filter(({ isBody }) => !isBody);
  const parameter = index === undefined ? undefined : kept[Number(index)];
  return parameter === undefined ? list : parameter.node.pointer + pointerOf(withoutSchema(rest));
}

/** A body stands in the operation's parameters, or in those of its path item. */
function bodyPlace(document: JsonObject, operation: Tokens, item: Tokens, rest: Tokens): string {
  for (const holder of [operation, item]) {
    const list = pointerOf([...holder, 'parameters']);
    const bodies = listedParameters(document, nodeAt(document, list)).filter(({ isBody }) => isBody);
    const [body] = bodies.filter(({ node }) => member(node.value, 'in') === 'body');
    if (body !== undefined) return body.node.pointer + pointerOf(bodyPart(rest));
    const [first] = bodies;
    if (first === undefined) continue;
    const name = rest[2] === 'schema' && rest[3] === 'properties' ? rest[4] : undefined;
    const field = bodies.find(({ node }) => member(node.value, 'name') === name);
    return field === undefined ? first.node.pointer : field.node.pointer + pointerOf(rest.slice(5));
  }
  return pointerOf(operation);
}

function nodeAt(document: JsonObject, pointer: string) {
  return { value: valueAt(document, pointer) ?? null, pointer };
}

/** What Swagger 2.0 says of a value it says beside the name; `style` and `explode` are its `collectionFormat`. */
function withoutSchema(tokens: Tokens): Tokens {
  const [first, ...rest] = tokens;
  if (first === 'schema') return rest;
  return first === 'style' || first === 'explode' ? ['collectionFormat'] : tokens;
}

/** Below a body parameter; `content` → media type → `schema` is its `schema`. */
function bodyPart(tokens: Tokens): Tokens {
  if (tokens[0] !== 'content') return tokens;
  if (tokens[2] !== 'schema') return [];
  return tokens.slice(2);
}

/** Below a response: its schema and its examples have no media type around them. */
function responsePart(tokens: Tokens): Tokens {
  const [first, key, part, ...rest] = tokens;
  if (first === 'headers' && key !== undefined) return [first, key, ...withoutSchema(tokens.slice(2))];
  if (first !== 'content' || key === undefined) return tokens;
  if (part === 'schema') return [part, ...rest];
  return part === 'example' ? ['examples', key, ...rest] : [];
}
