import { type CellNotes, type Method, NO_NOTES, parseCellNotes, type SqlVerb } from '@plumbline/model';
import { methodAnchor, parameterAnchor } from './anchors.ts';
import { bodyFields } from './body-fields.ts';

/** A row of the Methods table. */
export interface MethodFacts {
  readonly name: string;
  readonly anchor: string;
  readonly verb: SqlVerb;
  readonly required: readonly LinkedName[];
  readonly optional: readonly LinkedName[];
  readonly description: string;
  readonly notes: CellNotes;
}

/** A parameter or body field, and the row that tells of it. */
export interface LinkedName {
  readonly name: string;
  readonly anchor: string;
}

/**
 * What the Methods table says of a method. Body fields are listed where they are required; the others stand in the
 * examples, as in all pages of the format.
 */
export function methodFacts(method: Method): MethodFacts {
  const required = [
    ...method.params.filter((param) => param.required),
    ...bodyFields(method).filter((field) => field.required),
  ];
  const optional = method.params.filter((param) => !param.required);
  return {
    name: method.name,
    anchor: methodAnchor(method.name),
    verb: method.sqlVerb,
    required: linkedNames(required),
    optional: linkedNames(optional),
    description: method.description.trim(),
    notes: deprecationNote(method),
  };
}

function linkedNames(values: readonly { readonly name: string }[]): readonly LinkedName[] {
  const names = new Set(values.map(({ name }) => name));
  return [...names].map((name) => ({ name, anchor: parameterAnchor(name) }));
}

/** The mark `(deprecated)`, unless the description ends in it already. */
function deprecationNote({ deprecated, description }: Method): CellNotes {
  const isMarked = parseCellNotes(description).notes.flags.includes('deprecated');
  return deprecated && !isMarked ? { ...NO_NOTES, flags: ['deprecated'] } : NO_NOTES;
}
