import { isMessageHeader, type Parameter, type ParameterIn, type ParameterStyle } from '@plumbline/model';
import { reportSample } from '../checks/sample-value.ts';
import { type Context, originOf } from '../document/context.ts';
import {
  extensionsOf,
  flagMember,
  listMember,
  memberOf,
  type ObjectNode,
  reportMalformed,
  textMember,
} from '../document/node.ts';
import { dereference } from '../document/reference.ts';
import { readExamples } from './example-object.ts';
import { readContents } from './media-type-object.ts';
import { DEFAULT_STYLES, defaultExplode, isStyle, STYLE_NAMES } from './parameter-style.ts';
import { readSchema } from './schema-object.ts';

/**
 * The parameters of a path item and of one of its operations as one list: those of the path item first, each replaced
 * by the operation's of the same name and place (OpenAPI 3.1 section 4.8.10). A parameter that one list has twice is
 * reported, and its first occurrence taken.
 */
export function joinParameters(
  inherited: readonly Parameter[],
  own: readonly Parameter[],
): readonly Parameter[] {
  const joined = new Map<string, Parameter>();
  for (const parameter of [...inherited, ...own]) joined.set(parameterId(parameter), parameter);
  return [...joined.values()];
}

/** The `parameters` of a path item or an operation, references followed. */
export function readParameters(
  context: Context,
  holder: ObjectNode,
  level: Parameter['level'],
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const node of listMember(context, holder, 'parameters')) {
    const target = dereference(context, node, 'parameter');
    const parameter = target && context.once(readParameter, target);
    if (!parameter) continue;
    const id = parameterId(parameter);
    const earlier = found.get(id);
    if (earlier === undefined) found.set(id, { ...parameter, level });
    else {
      context.report({
        code: 'param-duplicate',
        args: { name: parameter.name, in: parameter.in },
        at: originOf(context, node),
        subject: { name: parameter.name, in: parameter.in },
        related: [{ message: 'The first is here.', place: earlier.origin }],
      });
    }
  }
  return [...found.values()];
}

/** Names of headers do not depend on case (RFC 9110 section 5.1). */
function parameterId({ name, in: place }: Parameter): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

const PLACES: ReadonlySet<string> = new Set<ParameterIn>(['path', 'query', 'header', 'cookie']);

function isPlace(place: string): place is ParameterIn {
  return PLACES.has(place);
}

/** A Parameter Object (section 4.8.12). Null, and reported, where it has no name or stands in an unknown place. */
export function readParameter(context: Context, node: ObjectNode): Parameter | null {
  const name = textMember(context, node, 'name');
  const place = textMember(context, node, 'in');
  if (name === '') {
    reportMalformed(
      context,
      memberOf(node, 'name') ?? { value: null, pointer: node.pointer },
      'name',
      'a name',
    );
    return null;
  }
  if (!isPlace(place)) {
    const at = originOf(context, memberOf(node, 'in') ?? node);
    if (place === 'querystring' && context.newer) {
      context.report({ code: 'param-querystring-unsupported', args: { name }, at, subject: { name } });
      return null;
    }
    context.report({ code: 'param-place-unknown', args: { name, in: place }, at, subject: { name } });
    return null;
  }
  const isDemanded = flagMember(context, node, 'required');
  const isSetAnyway = place === 'header' && isMessageHeader(name);
  if (isDemanded && isSetAnyway && context.isFirst(`required header ${name.toLowerCase()}`)) {
    const at = originOf(context, memberOf(node, 'required') ?? node);
    const subject = { name, in: place, required: false };
    context.report({ code: 'header-param-required', args: { name }, at, subject });
  }
  const required = isDemanded && !isSetAnyway;
  if (place === 'path' && !required) {
    const at = originOf(context, memberOf(node, 'required') ?? memberOf(node, 'name') ?? node);
    const subject = { name, in: place, required: true };
    context.report({ code: 'path-param-not-required', args: { name }, at, subject });
  }
  const style = readStyle(context, node, { name, place });
  const explode =
    memberOf(node, 'explode') === undefined ? defaultExplode(style) : flagMember(context, node, 'explode');
  return {
    name,
    in: place,
    required: required || place === 'path',
    deprecated: flagMember(context, node, 'deprecated'),
    description: textMember(context, node, 'description'),
    style,
    explode,
    allowReserved: flagMember(context, node, 'allowReserved'),
    ...readValue(context, node, name),
    level: 'operation',
    extensions: extensionsOf(node.value),
    origin: originOf(context, node),
  };
}

/** The style, the place's default where the document has none that is known. */
function readStyle(
  context: Context,
  node: ObjectNode,
  { name, place }: { readonly name: string; readonly place: ParameterIn },
): ParameterStyle {
  const written = memberOf(node, 'style');
  const style = textMember(context, node, 'style');
  if (isStyle(style)) return style;
  if (written !== undefined && style === 'cookie' && place === 'cookie' && context.newer) {
    const at = originOf(context, written);
    context.report({ code: 'param-style-unsupported', args: { name, style }, at, subject: { name } });
  } else if (written !== undefined && style !== '') reportMalformed(context, written, 'style', STYLE_NAMES);
  return DEFAULT_STYLES[place];
}

/** By `schema`, or by the one entry of `content`. */
function readValue(
  context: Context,
  node: ObjectNode,
  name: string,
): Pick<Parameter, 'schema' | 'mediaType' | 'examples'> {
  const examples = readExamples(context, node).map(({ value }) => value);
  const described = memberOf(node, 'schema');
  if (described !== undefined) {
    const schema = readSchema(context, described);
    const example = memberOf(node, 'example');
    if (example !== undefined) reportSample(context, schema, { role: 'example', ...example });
    return { schema, mediaType: null, examples };
  }
  const [content] = readContents(context, node);
  if (content === undefined) {
    context.report({
      code: 'param-without-schema',
      args: { name },
      at: originOf(context, node),
      subject: { name },
    });
    return { schema: { kind: 'any', origin: originOf(context, node) }, mediaType: null, examples };
  }
  return {
    schema: content.schema ?? { kind: 'any', origin: content.origin },
    mediaType: content.mediaType,
    examples: [...examples, ...content.examples.map(({ value }) => value)],
  };
}
