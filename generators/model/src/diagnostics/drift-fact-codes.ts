import { type CodeEntry, define } from './define.ts';

type Thing = 'parameter' | 'field';

export interface FactArgs {
  readonly name: string;
  readonly page: string;
  readonly spec: string;
}

export interface TypeArgs extends Omit<FactArgs, 'page'> {
  /** Null where the cell is empty. */
  readonly page: string | null;
}

/** A row of the Parameters table differs from one of the Fields table by its anchor alone. */
function row(thing: Thing, type: string, description: string): string {
  const open = thing === 'parameter' ? '<tr id="parameter-limit">' : '<tr>';
  return `${open}\n    <td><CopyableCode code="limit" /></td>\n    <td><code>${type}</code></td>\n    <td>${description}</td>\n</tr>`;
}

function example(thing: Thing, before: readonly [string, string], after: readonly [string, string]) {
  return { language: 'md', before: row(thing, ...before), after: row(thing, ...after) } as const;
}

/** The entries that parameters and fields have in common: facts of a row that the spec states too. */
export function typeDiffers(thing: Thing): CodeEntry<TypeArgs> {
  return define({
    severity: 'error',
    title: `Type of a ${thing} differs`,
    explanation: `The Datatype cell of a ${thing} is empty, or names another type than the spec, so a value of the documented type is refused or misread.`,
    fixable: true,
    message: ({ name, page, spec }) =>
      page === null
        ? `The ${thing} \`${name}\` is documented without a type, but the spec says \`${spec}\`.`
        : `The ${thing} \`${name}\` is documented as \`${page}\`, but the spec says \`${spec}\`.`,
    hint: ({ spec }) => `Write \`${spec}\` in the Datatype cell.`,
    example: example(thing, ['string', 'At most so many.'], ['integer', 'At most so many.']),
  });
}

export function formatDiffers(thing: Thing): CodeEntry<TypeArgs> {
  return define({
    severity: 'warning',
    title: `Format of a ${thing} differs`,
    explanation: `The Datatype cell of a ${thing} gives no format where the spec has one, one where the spec has none, or another.`,
    fixable: true,
    message: ({ name, page, spec }) =>
      `The ${thing} \`${name}\` is documented as \`${page}\`, but with its format it is \`${spec}\` in the spec.`,
    hint: ({ spec }) => `Write \`${spec}\` in the Datatype cell.`,
    example: example(thing, ['integer', ''], ['integer (int32)', '']),
  });
}

export function enumMissing(thing: Thing): CodeEntry<Omit<FactArgs, 'page'>> {
  return define({
    severity: 'warning',
    title: `Allowed values of a ${thing} missing from the page`,
    explanation: `The spec lists the values that a ${thing} can have, and its row does not, so readers must guess them.`,
    fixable: true,
    message: ({ name, spec }) => `The ${thing} \`${name}\` does not list its allowed values (${spec}).`,
    hint: ({ spec }) => `End the description with \`(${spec})\`.`,
    example: example(thing, ['string', 'The state.'], ['string', 'The state. (ACTIVE, REVOKED)']),
  });
}

export function enumDiffers(thing: Thing): CodeEntry<FactArgs & { readonly difference: string }> {
  return define({
    severity: 'error',
    title: `Allowed values of a ${thing} differ`,
    explanation: `The values listed for a ${thing} are not those of the spec: a listed one is refused, or an allowed one is not known.`,
    fixable: true,
    message: ({ name, difference }) =>
      `The allowed values of the ${thing} \`${name}\` differ from the spec: ${difference}.`,
    hint: ({ spec }) => `List the values of the spec: \`(${spec})\`.`,
    example: example(thing, ['string', 'The state. (ACTIVE)'], ['string', 'The state. (ACTIVE, REVOKED)']),
  });
}

export function defaultMissing(thing: Thing): CodeEntry<Omit<FactArgs, 'page'>> {
  return define({
    severity: 'info',
    title: `Default of a ${thing} missing from the page`,
    explanation: `The spec says which value a ${thing} has when none is given, and its row does not.`,
    fixable: true,
    message: ({ name, spec }) => `The ${thing} \`${name}\` does not tell its default \`${spec}\`.`,
    hint: ({ spec }) => `End the description with \`(default: ${spec})\`.`,
    example: example(thing, ['integer', 'At most so many.'], ['integer', 'At most so many. (default: 20)']),
  });
}

export function defaultDiffers(thing: Thing): CodeEntry<FactArgs> {
  return define({
    severity: 'warning',
    title: `Default of a ${thing} differs`,
    explanation: `The row of a ${thing} tells a default that is not the spec's.`,
    fixable: true,
    message: ({ name, page, spec }) =>
      `The default of the ${thing} \`${name}\` is documented as \`${page}\`, but the spec says \`${spec}\`.`,
    hint: ({ spec }) => `Write \`(default: ${spec})\`, or remove the note where the spec has no default.`,
    example: example(thing, ['integer', '(default: 10)'], ['integer', '(default: 20)']),
  });
}

export interface BoundArgs extends FactArgs {
  /** `minimum`, `maxLength`, `pattern`. */
  readonly bound: string;
}

export function boundMissing(thing: Thing): CodeEntry<Omit<BoundArgs, 'page'>> {
  return define({
    severity: 'info',
    title: `Bound of a ${thing} missing from the page`,
    explanation: `The spec limits the values of a ${thing} (\`minimum\`, \`maxLength\`, \`pattern\` and so on), and its row does not tell.`,
    fixable: true,
    message: ({ name, bound, spec }) => `The ${thing} \`${name}\` does not tell its ${bound} \`${spec}\`.`,
    hint: ({ bound, spec }) => `End the description with \`(${bound}: ${spec})\`.`,
    example: example(thing, ['integer', 'At most so many.'], ['integer', 'At most so many. (maximum: 200)']),
  });
}

export function boundDiffers(thing: Thing): CodeEntry<BoundArgs> {
  return define({
    severity: 'warning',
    title: `Bound of a ${thing} differs`,
    explanation: `The row of a ${thing} tells a limit that is not the spec's, so a value within the documented limits is refused.`,
    fixable: true,
    message: ({ name, bound, page, spec }) =>
      `The ${bound} of the ${thing} \`${name}\` is documented as \`${page}\`, but the spec says \`${spec}\`.`,
    hint: ({ bound, spec }) =>
      `Write \`(${bound}: ${spec})\`, or remove the note where the spec has no such bound.`,
    example: example(thing, ['integer', '(maximum: 1000)'], ['integer', '(maximum: 200)']),
  });
}

export function descriptionMissing(thing: Thing): CodeEntry<{ readonly name: string }> {
  return define({
    severity: 'info',
    title: `Empty description of a ${thing}`,
    explanation: `The Description cell of a ${thing} is empty, though the spec describes the ${thing}.`,
    fixable: true,
    message: ({ name }) => `The ${thing} \`${name}\` is not described, though the spec describes it.`,
    hint: () => 'Fill the Description cell.',
    example: example(thing, ['integer', ''], ['integer', 'At most so many.']),
  });
}
