import type { Schema, YamlResponse } from '@plumbline/model';
import type { SchemaReader } from '../schema-reader.ts';

/** A step of a path: the name of a member, or all items of a list. */
export type Step = { readonly name: string } | 'items';

/**
 * The steps of a plain JSONPath (RFC 9535): `$.data.items[*]`, `$['data']`; without `$` too, as older providers write it.
 * Null for anything else: filters, numbers, descendants, and an XPath.
 */
export function readJsonPath(path: string): readonly Step[] | null {
  const steps: Step[] = [];
  let rest = path.startsWith('$') ? path.slice(1) : `.${path}`;
  while (rest !== '') {
    const step = /^(?:\.([\p{L}_$@][\p{L}\p{N}_$@-]*)|\[\*\]|\['([^'\\]+)'\]|\["([^"\\]+)"\])/u.exec(rest);
    if (step === null) return null;
    const name = step[1] ?? step[2] ?? step[3];
    steps.push(name === undefined ? 'items' : { name });
    rest = rest.slice(step[0].length);
  }
  return steps;
}

/** The path to the rows of a response, where `objectKey` tells it in the terms of the spec: members, one in the other. */
export function rowSteps({ objectKey, isReshaped }: YamlResponse): readonly { readonly name: string }[] {
  return objectKey === null || isReshaped ? [] : memberSteps(objectKey.value);
}

/** The members on a path that leads through no list, but may end in its items; none otherwise. */
export function memberSteps(path: string): readonly { readonly name: string }[] {
  const steps = readJsonPath(path) ?? [];
  const before = steps.at(-1) === 'items' ? steps.slice(0, -1) : steps;
  const members = before.filter((step) => step !== 'items');
  return members.length === before.length ? members : [];
}

/** Where a path leads in a schema. */
export type Walked =
  | { readonly kind: 'found'; readonly schema: Schema }
  /** An object does not have this member, but others. */
  | { readonly kind: 'missing'; readonly name: string; readonly holder: Schema }
  /** The schema does not say. */
  | { readonly kind: 'unknown' };

const UNKNOWN: Walked = { kind: 'unknown' };

/** Follows a path from a schema on. */
export function walkSchema(schema: Schema, steps: readonly Step[], reader: SchemaReader): Walked {
  let current = schema;
  for (const step of steps) {
    const resolved = reader.resolve(current);
    if (step === 'items') {
      if (resolved.kind !== 'array' || resolved.items === null) return UNKNOWN;
      current = resolved.items;
      continue;
    }
    const fields = reader.fields(current);
    const field = fields.find(({ name }) => name === step.name);
    if (field === undefined) {
      const isOpen = fields.length === 0 || hasOpenPart(resolved, reader);
      return isOpen ? UNKNOWN : { kind: 'missing', name: step.name, holder: current };
    }
    current = field.schema;
  }
  return { kind: 'found', schema: current };
}

/** Some part of the schema allows members that it does not name, and says so. */
function hasOpenPart(schema: Schema, reader: SchemaReader, depth = 0): boolean {
  const resolved = reader.resolve(schema);
  switch (resolved.kind) {
    case 'object':
      return (
        (resolved.additionalProperties !== undefined && resolved.additionalProperties !== false) ||
        resolved.patternProperties !== undefined
      );
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
      return depth > MAX_DEPTH || resolved.parts.some((part) => hasOpenPart(part, reader, depth + 1));
    case 'union':
      return depth > MAX_DEPTH || resolved.types.some((type) => hasOpenPart(type, reader, depth + 1));
    default:
      return resolved.kind !== 'null';
  }
}

/** Compositions one inside the other: beyond so many one contains itself. */
const MAX_DEPTH = 16;
