import type { Method, ProviderModel } from '@plumbline/model';
import { type RowFacts, rowFacts } from './row-facts.ts';

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
    fields: method.fields.map((field) => rowFacts(field, schemas)),
  };
}
