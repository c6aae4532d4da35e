import type { Method, ProviderModel } from '@plumbline/model';
import { printCellNotes } from '@plumbline/model';
import { type RowFacts, rowFacts } from './row-facts.ts';

/** The Fields table of a method. */
export interface FieldSetFacts {
  readonly method: string;
  /** What the response means, where it is more than that all went well. */
  readonly caption: string;
  /** The method whose table is the same, and comes first; null: it is shown. */
  readonly sameAs: string | null;
  readonly fields: readonly RowFacts[];
}

/** What the Fields section says of methods that can be selected from. */
export function fieldSets(model: ProviderModel, methods: readonly Method[]): readonly FieldSetFacts[] {
  const shown = new Map<string, string>();
  return methods.map((method) => {
    const set = fieldSetFacts(model, method);
    const { fields } = set;
    if (methods.length === 1 || fields.length === 0) return { ...set, sameAs: null };
    const key = setKey(fields);
    const sameAs = shown.get(key) ?? null;
    if (sameAs === null) shown.set(key, method.name);
    return { ...set, sameAs };
  });
}

/** What says no more than a status of 200 does. */
const SUCCESS = /^(?:ok|success(?:ful)?(?: (?:operation|request|response))?)[.!]?$/i;

/** Equal for sets of which a table tells the same. */
function setKey(fields: readonly RowFacts[]): string {
  return JSON.stringify(
    fields.map((field) => {
      const { name, type, format, description, notes, items, presence } = field;
      return [name, type, format, description, items, presence, printCellNotes(notes)];
    }),
  );
}

function fieldSetFacts(
  { operations, schemas }: ProviderModel,
  method: Method,
): Omit<FieldSetFacts, 'sameAs'> {
  const responses = method.operation === null ? [] : (operations[method.operation]?.responses ?? []);
  const meaning = responses.find(({ status }) => status.startsWith('2'))?.description.trim() ?? '';
  return {
    method: method.name,
    caption: SUCCESS.test(meaning) ? '' : meaning,
    // What a response requires says nothing that a reader could act on.
    fields: method.fields.map(({ requiredBy: _, ...field }) => rowFacts(field, schemas)),
  };
}
