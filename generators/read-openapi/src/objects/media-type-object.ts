import { dictionary, type Encoding, type MediaType } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { flagMember, memberOf, type ObjectNode, objectsAt, textMember } from '../document/node.ts';
import { readExamples } from './example-object.ts';
import { isStyle } from './parameter-style.ts';
import { readSchema } from './schema-object.ts';

/** The `content` of a request body, response, parameter or header, in document order (OpenAPI 3.1 section 4.8.14). */
export function readContents(context: Context, holder: ObjectNode): readonly MediaType[] {
  return objectsAt(context, holder, 'content').map(([mediaType, media]) => {
    const schema = memberOf(media, 'schema');
    return {
      mediaType,
      schema: schema === undefined ? null : readSchema(context, schema),
      examples: readExamples(context, media),
      encoding: dictionary(readEncodings(context, media)),
      origin: originOf(context, media),
    };
  });
}

/** Encoding Objects by property (section 4.8.15). */
function readEncodings(context: Context, media: ObjectNode): readonly (readonly [string, Encoding])[] {
  return objectsAt(context, media, 'encoding').map(([name, part]) => {
    const contentType = textMember(context, part, 'contentType');
    const style = textMember(context, part, 'style');
    const encoding = {
      ...(contentType !== '' && { contentType }),
      ...(isStyle(style) && { style }),
      ...(memberOf(part, 'explode') !== undefined && { explode: flagMember(context, part, 'explode') }),
    };
    return [name, encoding];
  });
}
