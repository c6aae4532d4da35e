import { type ParameterIn, resolveSchema, type Schema, type Schemas } from '@plumbline/model';
import { type Encoded, join, ts, tsString } from '@plumbline/render';
import type { BoundParam } from './bound-method.ts';
import { bodyKind } from './media-type.ts';

type Ts = Encoded<'ts'>;

/** Told of each function of the runtime that an expression names. */
export type OnRuntime = (name: string) => void;

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

/** The members of a descriptor that say where the parameters go: those of a path only where they are not plain. */
export function placementMembers(
  params: readonly BoundParam[],
  schemas: Schemas,
  onRuntime: OnRuntime,
): readonly Ts[] {
  return PLACES.flatMap((place) => {
    const here = params.filter(({ param }) => param.in === place);
    const placements = here.flatMap((bound) => {
      const placement = placementOf(bound, place, schemas, onRuntime);
      return place === 'path' && placement === null ? [] : [placement ?? tsString(bound.name)];
    });
    return placements.length === 0 ? [] : [ts`${place as Ts}: [${join(placements, ', ')}]`];
  });
}

/** Null: the parameter is plain. */
function placementOf(
  { param, name, parameter }: BoundParam,
  place: ParameterIn,
  schemas: Schemas,
  onRuntime: OnRuntime,
): Ts | null {
  const write = parameter === undefined ? null : parameterWrite(parameter, place, schemas);
  const members = [
    ts`name: ${tsString(name)}`,
    ...(param.key === name ? [] : [ts`key: ${tsString(param.key)}`]),
    ...(write === null ? [] : [ts`write: ${write as Ts}`]),
    ...(parameter?.allowReserved === true && place === 'query' ? [ts`encode: reserved`] : []),
    ...(param.required && place !== 'path' ? [ts`required: true`] : []),
  ];
  if (members.length === 1) return null;
  if (write !== null) onRuntime(write);
  if (members.includes(ts`encode: reserved`)) onRuntime('reserved');
  return ts`{ ${join(members, ', ')} }`;
}

function parameterWrite(
  parameter: NonNullable<BoundParam['parameter']>,
  place: ParameterIn,
  schemas: Schemas,
): string | null {
  const isTabbed = place === 'query' && parameter.extensions['x-collectionFormat'] === 'tsv';
  return isTabbed ? 'tabDelimited' : writeOf(parameter, place, schemas);
}

/**
 * The runtime's function for a style (OpenAPI 3.1 section 4.8.12.4). Null: the default of its place, which takes scalars
 * and lists of them, or a style that writes the parameter's values as the default does, or one that its place does not
 * have.
 */
export function writeOf(
  {
    style,
    explode,
    mediaType,
    schema,
  }: Pick<NonNullable<BoundParam['parameter']>, 'style' | 'explode' | 'mediaType' | 'schema'>,
  place: ParameterIn,
  schemas: Schemas,
): string | null {
  const isInQuery = place === 'query' || place === 'cookie';
  if (mediaType !== null) {
    // Text that is no JSON stands as it is.
    if (bodyKind(mediaType, schema, schemas) !== 'json') return null;
    return isInQuery ? 'jsonContent' : 'jsonText';
  }
  const shape = shapeOf(schema, schemas);
  switch (style) {
    case 'simple':
      if (isInQuery || shape !== 'any') return null;
      return explode ? 'simpleExploded' : 'simple';
    case 'label':
    case 'matrix':
      if (place !== 'path') return null;
      return explode && shape !== 'scalar' ? `${style}Exploded` : style;
    case 'form':
      if (!isInQuery || shape === 'scalar') return null;
      return explode ? (shape === 'any' ? 'form' : null) : 'formJoined';
    case 'spaceDelimited':
    case 'pipeDelimited':
      return place === 'query' && !explode && shape !== 'scalar' ? style : null;
    case 'deepObject':
      return place === 'query' ? style : null;
  }
}

/** What the values of a schema may be: scalars alone, lists of them, or anything. */
function shapeOf(schema: Schema, schemas: Schemas): 'scalar' | 'list' | 'any' {
  const resolved = resolveSchema(schema, schemas);
  switch (resolved.kind) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
      return 'scalar';
    case 'array':
      return 'list';
    default:
      return 'any';
  }
}
