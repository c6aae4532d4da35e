import type { Contract } from '../contract.ts';
import type { Content } from '../document/operation.ts';
import { withValueAt } from '../document/pointer.ts';
import { type JsonValue, member, members } from '../json.ts';
import { sampleOf } from './sample.ts';
import { isStreamType, sampleStream } from './stream.ts';

/** What an answer's body holds, and where it was taken from. */
export interface AnswerValue {
  /** Undefined: none, since nothing says what it is. Of a stream the list of its values. */
  readonly value: JsonValue | undefined;
  /** How the value is written, where that is no JSON. */
  readonly text?: string;
  /** The example's name; empty for the unnamed one; null: it is generated. */
  readonly example: string | null;
  /** Sentences: why it is not what one would expect. */
  readonly notes: readonly string[];
}

export interface AnswerWish {
  readonly example?: string;
  readonly dynamic?: boolean;
  /** What is required alone. */
  readonly minimal?: boolean;
  readonly seed: number;
}

/** The example of that name is not there; those that are. */
export interface UnknownExample {
  readonly known: readonly string[];
}

/** A value for a content of an answer: an example of the spec where one is valid, else generated; the same for the same seed. */
export function answerValue(
  content: Content,
  { example, minimal = false, dynamic: isAsked = false, seed }: AnswerWish,
  contract: Contract,
): AnswerValue | UnknownExample {
  const { mediaType, isJson, object } = content;
  const dynamic = isAsked || minimal;
  const schema = member(object, 'schema');
  const examples = examplesOf(object, contract);
  const named = example === undefined ? undefined : examples.find(([name]) => name === example);
  if (example !== undefined && named === undefined) return { known: examples.map(([name]) => name) };
  if (!isJson) {
    const [chosen] = named === undefined ? examples : [named];
    if (chosen !== undefined && !dynamic) return { value: chosen[1], example: chosen[0], notes: [] };
    if (!isStreamType(mediaType)) return { value: textFor(mediaType), example: null, notes: [] };
    const { values, text } = sampleStream(content, seed, contract);
    return { value: values, text, example: null, notes: [] };
  }
  const check = contract.check('response', schema);
  const notes: string[] = [];
  if (!dynamic || named !== undefined) {
    for (const [name, value] of named === undefined ? examples : [named]) {
      const shown = withoutWriteOnly(value, (given) => check(given));
      const [fault] = check(shown);
      if (fault === undefined) return { value: shown, example: name, notes };
      const title = name === '' ? 'The example' : `The example \`${name}\``;
      const at = fault.pointer === '' ? '' : ` at \`${fault.pointer}\``;
      notes.push(`${title} of the spec is not valid${at}: ${fault.message}.`);
    }
  }
  if (schema === undefined) return { value: undefined, example: null, notes };
  const options = { document: contract.document, check, seed, examples: !dynamic };
  // A list without items would show none.
  const filled = sampleOf(schema, { ...options, bare: minimal, items: minimal ? 1 : 0 });
  const sample = filled.isValid || !minimal ? filled : sampleOf(schema, { ...options, bare: true });
  if (!sample.isValid) notes.push('No value was found that the schema allows; this one comes near.');
  return { value: sample.value, example: null, notes };
}

/** `examples` by name, and `example` without one (OpenAPI 3.1 section 4.8.14). */
function examplesOf(object: JsonValue, { document }: Contract): readonly (readonly [string, JsonValue])[] {
  const unnamed = member(object, 'example');
  const named = members(member(object, 'examples')).flatMap(([name, entry]) => {
    const value = member(document.follow(entry), 'value');
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...(unnamed === undefined ? [] : [['', unnamed] as const]), ...named];
}

/** Examples are often those of requests: what is `writeOnly` is taken out. */
function withoutWriteOnly(
  value: JsonValue,
  check: (value: JsonValue) => readonly { readonly pointer: string; readonly keyword: string }[],
): JsonValue {
  const secret = check(value).filter(({ keyword }) => keyword === 'writeOnly');
  return secret.reduceRight((rest: JsonValue, { pointer }) => withValueAt(rest, pointer, undefined), value);
}

function textFor(mediaType: string): string {
  if (/\bxml\b/i.test(mediaType)) return '<?xml version="1.0"?>\n<answer/>\n';
  return `An answer of ${mediaType}.\n`;
}
