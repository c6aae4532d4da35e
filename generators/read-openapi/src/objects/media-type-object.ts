import { dictionary, type Encoding, type MediaType } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import {
  asObject,
  flagMember,
  memberOf,
  membersOf,
  type ObjectNode,
  objectMember,
  textMember,
} from '../document/node.ts';
import { readExamples } from './example-object.ts';
import { isStyle } from './parameter-style.ts';
import { readSchema } from './schema-object.ts';

/** The `content` of a request body, response, parameter or header, in document order (OpenAPI 3.1 section 4.8.14). */
export function readContents(context: Context, holder: ObjectNode): readonly MediaType[] {
  const content = objectMember(context, holder, 'content');
  if (content === undefined) return [];
  return membersOf(content).flatMap(([mediaType, node]): readonly MediaType[] => {
    const media = asObject(context, node, mediaType);
    if (media === undefined) return [];
    const schema = memberOf(media, 'schema');
    return [
      {
        mediaType,
        schema: schema === undefined ? null : readSchema(context, schema),
        examples: readExamples(context, media),
        encoding: dictionary(readEncoding(context, media)),
        origin: originOf(context, media),
      },
    ];
  });
}

/** Encoding Objects by property (section 4.8.15). */
function readEncoding(context: Context, media: ObjectNode): readonly [string, Encoding][] {
  const encoding = objectMember(context, media, 'encoding');
  if (encoding === undefined) return [];
  return membersOf(encoding).flatMap(([name, node]): [string, Encoding][] => {
    const part = asObject(context, node, name);
    if (part === undefined) return [];
    const contentType = textMember(context, part, 'contentType');
    const style = textMember(context, part, 'style');
    return [
      [
        name,
        {
          ...(contentType !== '' && { contentType }),
          ...(isStyle(style) && { style }),
          ...(memberOf(part, 'explode') !== undefined && { explode: flagMember(context, part, 'explode') }),
        },
      ],
    ];
  });
}
