import Handlebars from 'handlebars';
import type { Encoded, Language } from './encoded.ts';

/**
 * What a template may be given: encoded text, numbers, switches and lists or records of them. An unencoded string
 * does not type-check.
 */
export type View = { readonly [key: string]: ViewValue | undefined };
export type ViewValue = Encoded<Language> | number | boolean | null | View | readonly ViewValue[];

const OPTIONS: CompileOptions = {
  strict: true,
  noEscape: true,
  // Indenting a partial's lines would change literals that span lines.
  preventIndent: true,
  // There are no helpers but those of Handlebars: whether a name is one need not be asked each time.
  knownHelpersOnly: true,
};

/** Its source, or what the code of {@link templateCode} comes to: an object that Handlebars alone reads. */
export type Template = string | object;

/** The code of an object: whoever builds a program with it instead of the source needs no compiler of templates. */
export function templateCode(source: string): string {
  return String(Handlebars.precompile(source, OPTIONS));
}

/** Renders the template `name` with its view. Throws on a name that the view lacks: a bug of ours. */
export type Render<Views> = <Name extends keyof Views & string>(name: Name, view: Views[Name]) => string;

/**
 * Compiles templates by name, in one strict environment of their own; each may include the others as `{{> name}}`.
 * Nothing is escaped here: the views hold encoded text. `Views` maps a template's name to its view.
 */
export function createTemplates<Views>(
  sources: { readonly [Name in keyof Views & string]: Template },
): Render<Views> {
  const environment = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, source] of Object.entries<Template>(sources)) {
    const template =
      typeof source === 'string'
        ? environment.compile(source, OPTIONS)
        : environment.template(source as TemplateSpecification);
    environment.registerPartial(name, template);
    compiled.set(name, template);
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new RangeError(`No template named ${name}`);
    return template(view);
  };
}
