import { childPointer, isObject, type JsonObject, member } from '@plumbline/model';
import { type Part, partsOf } from './document.ts';
import { otherType } from './other-type.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

/** Faults of parameters: all but the path's, whose names are those of the template. */
export const PARAMETER_OPERATORS: readonly SpecOperator[] = [renamed, retyped, dropped, required, moved];

function renamed(document: SpecDocument) {
  return parametersOf(document).flatMap(({ pointer, name, place, where }) =>
    place === 'path'
      ? []
      : {
          operator: 'parameter-renamed',
          pointer,
          what: `the ${place} parameter \`${name}\`${where} becomes \`${name}X\``,
          edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'name'), value: `${name}X` }],
        },
  );
}

function retyped(document: SpecDocument) {
  return parametersOf(document).flatMap(({ pointer, object, name, place, where }) => {
    const schema = member(object, 'schema');
    const other = otherType(schema);
    if (other === null) return [];
    return {
      operator: 'parameter-retyped',
      pointer,
      what: `the ${place} parameter \`${name}\`${where} becomes ${other.type}`,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'schema'), value: other }],
    };
  });
}

/** An entry of a list of parameters is taken out, whether it is a reference or not. */
function dropped({ operations }: SpecDocument) {
  return operations.flatMap(({ pointer, object, key }) => {
    const list = member(object, 'parameters');
    return (Array.isArray(list) ? list : []).map((entry, i) => {
      const name = member(entry, 'name') ?? String(member(entry, '$ref')).split('/').at(-1);
      return {
        operator: 'parameter-dropped',
        pointer: `${pointer}/parameters/${i}`,
        what: `${key} loses the parameter \`${name}\``,
        edits: [{ do: 'remove' as const, pointer: `${pointer}/parameters/${i}` }],
      };
    });
  });
}

function required(document: SpecDocument) {
  return parametersOf(document).flatMap(({ pointer, object, name, place, where }) => {
    if (place === 'path') return [];
    const is = member(object, 'required') === true;
    return {
      operator: 'parameter-required',
      pointer,
      what: `the ${place} parameter \`${name}\`${where} becomes ${is ? 'optional' : 'required'}`,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'required'), value: !is }],
    };
  });
}

function moved(document: SpecDocument) {
  return parametersOf(document).flatMap(({ pointer, name, place, where }) => {
    if (place !== 'query' && place !== 'header') return [];
    const to = place === 'query' ? 'header' : 'query';
    return {
      operator: 'parameter-moved',
      pointer,
      what: `the ${place} parameter \`${name}\`${where} becomes one of the ${to}`,
      edits: [{ do: 'set' as const, pointer: childPointer(pointer, 'in'), value: to }],
    };
  });
}

interface ParameterPart extends Part {
  readonly object: JsonObject;
  readonly name: string;
  readonly place: string;
  /** Of which operation; empty for a component. */
  readonly where: string;
}

function parametersOf({ root, operations }: SpecDocument): readonly ParameterPart[] {
  const keys = new Map(operations.map(({ pointer, key }) => [pointer, key]));
  return [...partsOf(root)].flatMap(({ pointer, object }) => {
    const place = member(object, 'in');
    const name = member(object, 'name');
    const list = pointer.slice(0, pointer.lastIndexOf('/'));
    if (!/\/parameters\/[^/]+$/.test(pointer) || typeof name !== 'string' || typeof place !== 'string')
      return [];
    if (!isObject(member(object, 'schema'))) return [];
    const key = keys.get(list.slice(0, list.lastIndexOf('/')));
    return { pointer, object, name, place, where: key === undefined ? '' : ` of ${key}` };
  });
}
