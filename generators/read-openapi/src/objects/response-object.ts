import type { Response, ResponseHeader } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import {
  entriesOf,
  flagMember,
  memberOf,
  membersAt,
  type ObjectNode,
  objectMember,
  textMember,
} from '../document/node.ts';
import { dereference } from '../document/reference.ts';
import { readExamples } from './example-object.ts';
import { readContents } from './media-type-object.ts';
import { readSchema } from './schema-object.ts';

/** The `responses` of an operation (OpenAPI 3.1 section 4.8.16). */
export function readResponses(context: Context, operation: ObjectNode): readonly Response[] {
  const responses = objectMember(context, operation, 'responses');
  if (responses === undefined) return [];
  return entriesOf(responses).flatMap(([status, node]): readonly Response[] => {
    const target = dereference(context, node, 'response');
    if (target === undefined) return [];
    const response = context.once(readResponse, target);
    return [{ ...response, status, contents: NO_CONTENT.has(status) ? [] : response.contents }];
  });
}

/** Statuses whose answers end after their headers, whatever a document says (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
const NO_CONTENT: ReadonlySet<string> = new Set(['204', '205', '304']);

/** A Response Object (section 4.8.17), still without the status under which it is used. */
export function readResponse(context: Context, node: ObjectNode): Response {
  return {
    status: '',
    description: textMember(context, node, 'description'),
    headers: membersAt(context, node, 'headers').flatMap(([name, member]): readonly ResponseHeader[] => {
      const target = dereference(context, member, 'header');
      return target === undefined ? [] : [{ ...context.once(readHeader, target), name }];
    }),
    contents: readContents(context, node),
    origin: originOf(context, node),
  };
}

/** A Header Object (section 4.8.21), still without the name under which it is used. */
export function readHeader(context: Context, node: ObjectNode): ResponseHeader {
  // Read for what there is to report in them; the model has no examples of headers.
  readExamples(context, node);
  const described = memberOf(node, 'schema');
  const [content] = described === undefined ? readContents(context, node) : [];
  const any = { kind: 'any', origin: originOf(context, node) } as const;
  return {
    name: '',
    required: flagMember(context, node, 'required'),
    description: textMember(context, node, 'description'),
    schema: described === undefined ? (content?.schema ?? any) : readSchema(context, described),
    origin: originOf(context, node),
  };
}
