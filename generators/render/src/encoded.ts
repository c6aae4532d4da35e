declare const language: unique symbol;

/** The languages that emitted text is written in. */
export type Language = 'ts' | 'jsdoc' | 'mdx' | 'yaml' | 'shell';

/**
 * Text that is safe where `L` is written: made by an encoder of that language, or a literal of our own. A view
 * holds nothing else, so that a value from a document cannot reach a template unencoded.
 */
export type Encoded<L extends Language> = string & { readonly [language]: L };

/** A template literal of our own text and of parts that are encoded already. */
export type CodeTag<L extends Language> = (
  strings: TemplateStringsArray,
  ...parts: readonly (Encoded<L> | number)[]
) => Encoded<L>;

/** The tag for a language: `` ts`const ${name} = ${value};` ``. */
export function codeTag<L extends Language>(): CodeTag<L> {
  return (strings, ...parts) => {
    let text = strings[0] ?? '';
    for (let i = 0; i < parts.length; i += 1) text += `${parts[i]}${strings[i + 1]}`;
    return text as Encoded<L>;
  };
}

/** Parts joined by our own separator. */
export function join<L extends Language>(parts: readonly Encoded<L>[], separator: string): Encoded<L> {
  return parts.join(separator) as Encoded<L>;
}
