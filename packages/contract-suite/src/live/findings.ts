import {
  type ApiDocument,
  type Contract,
  checkResponse,
  childPointer,
  isObject,
  type JsonValue,
  list,
  matchingType,
  member,
  members,
  type Operation,
  valueAt,
} from '@plumbline/contract-server';
import {
  generalPlace,
  itemSchemas,
  memberSchemas,
  otherSchemas,
  type Placed,
  partsOf,
  typeName,
} from './schema-walk.ts';

/** Something that the server does, and the document does not say. It tells types, never values: they may be private. */
export interface LiveFinding {
  /** `undeclared`: a member that the schema lacks; else the keyword that the answer breaks: `type`, `required`, `status`. */
  readonly keyword: string;
  /** Where in the answer: a star stands for the number of an item, `{}` for the key of a map. */
  readonly at: string;
  /** The JSON Pointer of what the document says there. */
  readonly document: string;
  /** The type of what came; null where nothing came. */
  readonly type: string | null;
}

export interface LiveAnswer {
  readonly status: number;
  readonly mediaType: string | undefined;
  /** What its JSON says; undefined: there is none. */
  readonly value: JsonValue | undefined;
}

/** Holds an answer of a real server to the document: what it breaks, and what the document does not know. */
export function findingsOf(
  answer: LiveAnswer,
  operation: Operation,
  contract: Contract,
): readonly LiveFinding[] {
  const { value } = answer;
  const schema = schemaFor(answer, operation);
  const found: LiveFinding[] = [];
  for (const { keyword, pointer } of checkResponse(contract, operation.key, answer)) {
    // Told below, with its type.
    if (keyword === 'additionalProperties') continue;
    const isOfBody = 'schema' in schema && value !== undefined;
    const place = isOfBody
      ? generalPlace(schema, pointer, { value, document: contract.document })
      : { at: '', document: schema.pointer };
    const came = value === undefined ? undefined : valueAt(value, pointer);
    found.push({ keyword, ...place, type: isOfBody && came !== undefined ? typeName(came) : null });
  }
  if ('schema' in schema && value !== undefined) found.push(...undeclared(schema, value, contract.document));
  const all = new Map(found.map((finding) => [JSON.stringify(finding), finding]));
  return [...all.values()];
}

/** The schema of an answer's body, or where the document would have it. */
function schemaFor(
  { status, mediaType }: LiveAnswer,
  { path, method, responses }: Operation,
): Placed | { readonly pointer: string } {
  const pointer = `${childPointer(childPointer('/paths', path), method.toLowerCase())}/responses`;
  const range = `${Math.floor(status / 100)}XX`;
  const named = [String(status), range, 'DEFAULT'].map((name) =>
    responses.find((response) => response.status.toUpperCase() === name),
  );
  const response = named.find((each) => each !== undefined);
  if (response === undefined) return { pointer };
  const own = childPointer(pointer, response.status);
  const content = mediaType === undefined ? undefined : matchingType(response.contents, mediaType);
  const schema = member(content?.object, 'schema');
  if (content === undefined || schema === undefined) return { pointer: own };
  return { schema, pointer: `${childPointer(`${own}/content`, content.mediaType)}/schema` };
}

/** Members that the document does not declare, where it names some and does not say that there may be others. */
function undeclared(schema: Placed, value: JsonValue, document: ApiDocument): readonly LiveFinding[] {
  const found: LiveFinding[] = [];
  const visit = (schemas: readonly Placed[], part: JsonValue, at: string): void => {
    const parts = partsOf(schemas, document);
    if (Array.isArray(part)) {
      const items = itemSchemas(parts);
      for (const item of part) visit(items, item, `${at}/*`);
    }
    if (!isObject(part)) return;
    const [naming] = parts.filter((each) => members(member(each.schema, 'properties')).length > 0);
    const others = otherSchemas(parts);
    const required = new Set(
      parts.flatMap(({ schema: own }) => [
        ...list(member(own, 'required')),
        // What tells variants apart is there, though none of them declares it.
        member(member(own, 'discriminator'), 'propertyName') ?? [],
      ]),
    );
    for (const [name, item] of members(part)) {
      const own = memberSchemas(parts, name);
      // Required, and described nowhere.
      if (own.length === 0 && required.has(name)) continue;
      if (own.length > 0) visit(own, item, childPointer(at, name));
      else if (others.length > 0) visit(others, item, `${at}/{}`);
      else if (naming !== undefined)
        found.push({
          keyword: 'undeclared',
          at: childPointer(at, name),
          document: naming.pointer,
          type: typeName(item),
        });
    }
  };
  visit([schema], value, '');
  return found;
}
