import type { DiffSide } from '@plumbline/diff';
import { dictionary, isObject, member, type ProviderModel } from '@plumbline/model';

/** A model as `plumbline model` prints it; null where a text is anything else. Of its spec it knows pointers, not lines. */
export function readModel(text: string): DiffSide | null {
  if (!/^\s*\{/.test(text)) return null;
  const value = parsed(text);
  const isModel =
    typeof member(value, 'provider') === 'string' &&
    Array.isArray(member(value, 'services')) &&
    isObject(member(value, 'operations')) &&
    isObject(member(value, 'schemas'));
  if (!isModel) return null;
  const model = value as ProviderModel;
  return {
    model: {
      ...model,
      operations: dictionary(Object.entries(model.operations)),
      schemas: dictionary(Object.entries(model.schemas)),
    },
    locate: ({ file }) => ({ file, line: 1, column: 1 }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
