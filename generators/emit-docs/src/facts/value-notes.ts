import {
  type CellNotes,
  CONSTRAINT_KEYS,
  dictionary,
  type Field,
  type JsonValue,
  type NoteFlag,
  type NoteKey,
  type Param,
  resolveSchema,
  type Schemas,
} from '@plumbline/model';

/** The facts that stand behind a description: enum, default, bounds and so on, and what a caller must not send. */
export function valueNotes(value: Param | Field, schemas: Schemas): CellNotes {
  const schema = value.schema === null ? null : resolveSchema(value.schema, schemas);
  const allowed = value.enum ?? (schema?.const === undefined ? [] : [schema.const]);
  const listed = allowed.filter((one) => one !== null).map(valueText);
  const pairs: [NoteKey, string][] = [];
  const add = (key: NoteKey, given: JsonValue | undefined): void => {
    if (given !== undefined) pairs.push([key, valueText(given)]);
  };
  if (value.wireName !== value.name) add('wire', value.wireName);
  add('title', schema?.title || undefined);
  // `default: null` is a fact of the schema alone.
  add('default', value.default ?? schema?.default);
  for (const bound of CONSTRAINT_KEYS) add(bound, value[bound]);
  add('example', exampleOf(value));
  return {
    listed: listed.length === 0 ? null : listed,
    pairs: dictionary(pairs),
    flags: flagsOf(value),
  };
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
function exampleOf({ examples: [example] = [] }: Param | Field): JsonValue | undefined {
  const isList =
    Array.isArray(example) && example.length > 0 && example.every((item) => typeof item !== 'object');
  if (isList) return example.map(valueText).join(', ');
  return typeof example === 'object' ? undefined : example;
}
