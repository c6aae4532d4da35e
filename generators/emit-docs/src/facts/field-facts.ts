import type { Method, ProviderModel } from '@plumbline/model';
import type { RowFacts } from './row-facts.ts';
import { valueNotes } from './value-notes.ts';

/** The Fields table of a method. */
export interface FieldSetFacts {
  readonly method: string;
  /** What the response means: `Success`. */
  readonly caption: string;
  readonly fields: readonly RowFacts[];
}

/** What the Fields section says of a method that can be selected from. */
export function fieldSetFacts({ operations, schemas }: ProviderModel, method: Method): FieldSetFacts {
  const responses = method.operation === null ? [] : (operations[method.operation]?.responses ?? []);
  return {
    method: method.name,
    caption: responses.find(({ status }) => status.startsWith('2'))?.description.trim() ?? '',
    fields: method.fields.map((field) => ({
      name: field.name,
      type: field.type,
      format: field.format,
      description: field.description.trim(),
      notes: valueNotes(field, schemas),
    })),
  };
}
