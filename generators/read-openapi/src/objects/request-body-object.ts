import type { RequestBody } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { flagMember, memberOf, type ObjectNode, objectsAt, textMember } from '../document/node.ts';
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
  if (context.newer) reportEncodings(context, node);
  return {
    required: flagMember(context, node, 'required'),
    description: textMember(context, node, 'description'),
    contents: readContents(context, node),
    origin: originOf(context, node),
  };
}

/** Reports how parts are to be written by position or below another part (OpenAPI 3.2 sections 4.14 and 4.15). */
function reportEncodings(context: Context, body: ObjectNode): void {
  for (const [mediaType, media] of objectsAt(context, body, 'content')) {
    const holders = [media, ...objectsAt(context, media, 'encoding').map(([, encoding]) => encoding)];
    for (const holder of holders) {
      for (const name of holder === media ? BY_POSITION : ['encoding', ...BY_POSITION]) {
        const found = memberOf(holder, name);
        if (found === undefined) continue;
        context.report({ code: 'encoding-ignored', args: { name, mediaType }, at: originOf(context, found) });
      }
    }
  }
}

const BY_POSITION = ['prefixEncoding', 'itemEncoding'];
