import type { RequestBody } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { flagMember, memberOf, type ObjectNode, textMember } from '../document/node.ts';
import { dereference } from '../document/reference.ts';
import { readContents } from './media-type-object.ts';

/** The `requestBody` of an operation; null where it has none. */
export function readOperationBody(context: Context, operation: ObjectNode): RequestBody | null {
  const node = memberOf(operation, 'requestBody');
  const body = node && dereference(context, node, 'requestBody');
  return body === undefined ? null : context.once(readRequestBody, body);
}

/** A Request Body Object (OpenAPI 3.1 section 4.8.13). */
export function readRequestBody(context: Context, node: ObjectNode): RequestBody {
  return {
    required: flagMember(context, node, 'required'),
    description: textMember(context, node, 'description'),
    contents: readContents(context, node),
    origin: originOf(context, node),
  };
}
