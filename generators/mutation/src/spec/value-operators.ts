import { childPointer, member } from '@plumbline/model';
import { titleOf } from './field-operators.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

/** Faults of what values a schema allows. */
export const VALUE_OPERATORS: readonly SpecOperator[] = [enumLonger, enumShorter, bound, pattern];

function enumShorter({ schemas }: SpecDocument) {
  return schemas.flatMap(({ pointer, object }) => {
    const values = member(object, 'enum');
    if (!Array.isArray(values) || values.length < 2) return [];
    return {
      operator: 'enum-value-dropped',
      pointer,
      what: `${titleOf(pointer)} loses the value \`${values.at(-1)}\``,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'enum'), value: values.slice(0, -1) }],
    };
  });
}

function enumLonger({ schemas }: SpecDocument) {
  return schemas.flatMap(({ pointer, object }) => {
    const values = member(object, 'enum');
    if (!Array.isArray(values) || typeof values[0] !== 'string') return [];
    return {
      operator: 'enum-value-added',
      pointer,
      what: `${titleOf(pointer)} allows \`${values[0]}_X\` too`,
      edits: [
        { do: 'set' as const, pointer: childPointer(pointer, 'enum'), value: [...values, `${values[0]}_X`] },
      ],
    };
  });
}

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

/** One more and one less than it was. */
function bound({ schemas }: SpecDocument) {
  return schemas.flatMap(({ pointer, object }) =>
    [...UPPER, ...LOWER].flatMap((keyword) => {
      const value = member(object, keyword);
      if (typeof value !== 'number') return [];
      return [value + 1, value - 1].flatMap((to) => {
        if (to < 0 && /Length|Items|Properties/.test(keyword)) return [];
        const wider = UPPER.includes(keyword) ? to > value : to < value;
        return {
          operator: wider ? 'bound-widened' : 'bound-narrowed',
          pointer: childPointer(pointer, keyword),
          what: `the \`${keyword}\` of ${titleOf(pointer)} becomes ${to}`,
          edits: [{ do: 'set' as const, pointer: childPointer(pointer, keyword), value: to }],
        };
      });
    }),
  );
}

function pattern({ schemas }: SpecDocument) {
  return schemas.flatMap(({ pointer, object }) => {
    if (typeof member(object, 'pattern') !== 'string') return [];
    return {
      operator: 'pattern-changed',
      pointer: childPointer(pointer, 'pattern'),
      what: `the \`pattern\` of ${titleOf(pointer)} becomes \`^X+$\``,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'pattern'), value: '^X+$' }],
    };
  });
}
