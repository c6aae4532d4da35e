import {
  type CellNotes,
  type Constraints,
  dictionary,
  type Field,
  type JsonValue,
  type NoteFlag,
  type NoteKey,
  type Param,
  resolveSchema,
  type Schemas,
} from '@plumbline/model';

const BOUNDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Constraints & NoteKey)[];

/** The facts that stand behind a description: enum, default, bounds and so on, and what a caller must not send. */
export function valueNotes(value: Param | Field, schemas: Schemas): CellNotes {
  const schema = value.schema === null ? null : resolveSchema(value.schema, schemas);
  const allowed = value.enum ?? (schema?.const === undefined ? [] : [schema.const]);
  const listed = allowed.filter((one) => one !== null).map(valueText);
  // `default: null` is a fact of the schema alone.
  const preset = value.default ?? schema?.default;
  const [example] = value.examples ?? [];
  const pairs: [NoteKey, string | undefined][] = [
    ['wire', value.wireName === value.name ? undefined : value.wireName],
    ['title', schema?.title],
    ['default', textIfGiven(preset)],
    ...BOUNDS.map((key): [NoteKey, string | undefined] => [key, textIfGiven(value[key])]),
    ['example', example === undefined ? undefined : exampleText(example)],
  ];
  return {
    listed: listed.length === 0 ? null : listed,
    pairs: dictionary(pairs.flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const]))),
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

function textIfGiven(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : valueText(value);
}

/** An example that is a list reads as one; objects are no reading matter for a cell. */
function exampleText(value: JsonValue): string | undefined {
  const isList = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object');
  if (isList) return value.map(valueText).join(', ');
  return typeof value === 'object' ? undefined : valueText(value);
}
