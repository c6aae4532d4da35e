import { type Constraints, type JsonValue, withLinkBase } from '@plumbline/model';
import { type Encoded, jsdoc, jsdocText } from '@plumbline/render';

/** What a comment says of a value besides its type. */
export interface DocFacts extends Constraints {
  readonly description?: string;
  readonly format?: string;
  readonly default?: JsonValue;
  readonly deprecated?: boolean;
}

/** The comment of a field or parameter: what it means, its limits, its default; empty where nothing is to say. */
export function factsDoc(facts: DocFacts, indent: string, linkBase?: string): Encoded<'ts'> {
  const limits = limitsOf(facts);
  const paragraphs = [withLinkBase(facts.description?.trim() ?? '', linkBase), limits].filter(
    (text) => text !== '',
  );
  const tags = [
    ...(facts.default === undefined ? [] : [`@default ${JSON.stringify(facts.default)}`]),
    ...(facts.deprecated === true ? ['@deprecated'] : []),
  ];
  return jsdoc(jsdocText(paragraphs.join('\n\n')), { indent, tags: tags.map(tagLine) });
}

/** A tag of ours: its text is encoded, its `@` is meant. */
export function tagLine(line: string): Encoded<'jsdoc'> {
  return `@${jsdocText(line.slice(1)).replaceAll('\n', ' ')}` as Encoded<'jsdoc'>;
}

function limitsOf(facts: DocFacts): string {
  const sentences = [
    facts.format === undefined ? '' : `Format: ${facts.format}`,
    range('Value', facts.minimum, facts.maximum),
    facts.exclusiveMinimum === undefined ? '' : `Greater than ${facts.exclusiveMinimum}`,
    facts.exclusiveMaximum === undefined ? '' : `Less than ${facts.exclusiveMaximum}`,
    facts.multipleOf === undefined ? '' : `A multiple of ${facts.multipleOf}`,
    range('Length', facts.minLength, facts.maxLength),
    facts.pattern === undefined ? '' : `Pattern: ${codeSpan(facts.pattern)}`,
    range('Items', facts.minItems, facts.maxItems),
    facts.uniqueItems === true ? 'No item twice' : '',
    range('Members', facts.minProperties, facts.maxProperties),
  ];
  return sentences
    .filter((text) => text !== '')
    .map((text) => `${text}.`)
    .join(' ');
}

function range(what: string, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return to === undefined ? '' : `${what}: at most ${to}`;
  return to === undefined ? `${what}: at least ${from}` : `${what}: ${from} to ${to}`;
}

/** Inline code of Markdown: its fence is longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
