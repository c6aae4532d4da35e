import {
  type CellNotes,
  CONSTRAINT_KEYS,
  type Constraints,
  dictionary,
  type Field,
  type JsonValue,
  NO_NOTES,
  type NoteFlag,
  type NoteKey,
  type Param,
  resolveSchema,
  type SchemaField,
  type Schemas,
} from '@plumbline/model';

/** The facts that stand behind a description: enum, default, bounds and so on, and what a caller must not send. */
export function valueNotes(value: Param | Field, schemas: Schemas): CellNotes {
  const schema = value.schema === null ? null : resolveSchema(value.schema, schemas);
  const allowed = value.enum ?? (schema?.const === undefined ? [] : [schema.const]);
  return notesOf({
    bounds: value,
    allowed,
    wireName: value.wireName === value.name ? undefined : value.wireName,
    title: schema?.title,
    // `default: null` is a fact of the schema alone.
    default: value.default ?? schema?.default,
    examples: value.examples,
    flags: flagsOf(value),
  });
}

/** The same of a field below the top level, which nobody but the schema tells of. */
export function schemaNotes({ schema, required }: SchemaField, schemas: Schemas): CellNotes {
  const resolved = resolveSchema(schema, schemas);
  const flags: NoteFlag[] = [
    ...(required ? (['required'] as const) : []),
    ...(resolved.readOnly ? (['read-only'] as const) : []),
    ...(resolved.writeOnly ? (['write-only'] as const) : []),
    ...(resolved.nullable ? (['nullable'] as const) : []),
    ...(resolved.deprecated ? (['deprecated'] as const) : []),
  ];
  return notesOf({
    bounds: resolved,
    allowed: resolved.enum ?? (resolved.const === undefined ? [] : [resolved.const]),
    default: resolved.default,
    examples: resolved.examples,
    flags,
  });
}

interface Facts {
  readonly bounds: Constraints;
  readonly allowed: readonly JsonValue[];
  readonly wireName?: string | undefined;
  readonly title?: string | undefined;
  readonly default?: JsonValue | undefined;
  readonly examples?: readonly JsonValue[] | undefined;
  readonly flags: readonly NoteFlag[];
}

function notesOf(facts: Facts): CellNotes {
  const listed = facts.allowed.filter((one) => one !== null).map(valueText);
  const pairs: [NoteKey, string][] = [];
  const add = (key: NoteKey, given: JsonValue | undefined): void => {
    if (given !== undefined) pairs.push([key, valueText(given)]);
  };
  add('wire', facts.wireName);
  add('title', facts.title || undefined);
  add('default', facts.default);
  for (const bound of CONSTRAINT_KEYS) add(bound, facts.bounds[bound]);
  add('example', exampleOf(facts.examples?.[0]));
  if (listed.length === 0 && pairs.length === 0 && facts.flags.length === 0) return NO_NOTES;
  return { listed: listed.length === 0 ? null : listed, pairs: dictionary(pairs), flags: facts.flags };
}

function flagsOf(value: Param | Field): readonly NoteFlag[] {
  const flags: NoteFlag[] = [];
  if ('readOnly' in value) {
    // A response's `required` says nothing that a reader could act on; a page's own mark is kept.
    if (value.required && value.schema === null) flags.push('required');
    if (value.readOnly) flags.push('read-only');
    if (value.writeOnly) flags.push('write-only');
    if (value.nullable) flags.push('nullable');
  }
  if (value.deprecated) flags.push('deprecated');
  return flags;
}

/** A value as a page writes it: strings without quotes, unless they are empty. */
function valueText(value: JsonValue): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

/** An example that is a list reads as one; objects are no reading matter for a cell. */
function exampleOf(example: JsonValue | undefined): JsonValue | undefined {
  const isList =
    Array.isArray(example) && example.length > 0 && example.every((item) => typeof item !== 'object');
  if (isList) return example.map(valueText).join(', ');
  return typeof example === 'object' ? undefined : example;
}
