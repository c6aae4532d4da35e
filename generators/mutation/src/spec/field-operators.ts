import { childPointer, isObject, type JsonValue, member } from '@plumbline/model';
import type { JsonEdit } from './json-edit.ts';
import { otherType } from './other-type.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

/** Faults of the properties of schemas. */
export const FIELD_OPERATORS: readonly SpecOperator[] = [renamed, retyped, dropped, required];

function renamed(document: SpecDocument) {
  return fieldsOf(document).map(({ pointer, owner, name, requiredList }) => ({
    operator: 'field-renamed',
    pointer,
    what: `the field \`${name}\` of ${titleOf(owner)} becomes \`${name}X\``,
    edits: [
      { do: 'rename' as const, pointer, to: `${name}X` },
      ...requiredEdits(owner, requiredList, (names) =>
        names.map((each) => (each === name ? `${name}X` : each)),
      ),
    ],
  }));
}

function retyped(document: SpecDocument) {
  return fieldsOf(document).flatMap(({ pointer, owner, name, schema }) => {
    const other = otherType(schema);
    if (other === null) return [];
    return {
      operator: 'field-retyped',
      pointer,
      what: `the field \`${name}\` of ${titleOf(owner)} becomes ${other.type}`,
      edits: [{ do: 'set' as const, pointer, value: other }],
    };
  });
}

function dropped(document: SpecDocument) {
  return fieldsOf(document).map(({ pointer, owner, name, requiredList }) => ({
    operator: 'field-dropped',
    pointer,
    what: `${titleOf(owner)} loses the field \`${name}\``,
    edits: [
      { do: 'remove' as const, pointer },
      ...requiredEdits(owner, requiredList, (names) => names.filter((each) => each !== name)),
    ],
  }));
}

function required(document: SpecDocument) {
  return fieldsOf(document).map(({ pointer, owner, name, requiredList }) => {
    const is = requiredList.includes(name);
    const names = is ? requiredList.filter((each) => each !== name) : [...requiredList, name];
    return {
      operator: 'field-required',
      pointer,
      what: `the field \`${name}\` of ${titleOf(owner)} becomes ${is ? 'optional' : 'required'}`,
      edits: [{ do: 'set' as const, pointer: childPointer(owner, 'required'), value: names }],
    };
  });
}

interface FieldPart {
  readonly pointer: string;
  /** Of the schema that has it. */
  readonly owner: string;
  readonly name: string;
  readonly schema: JsonValue;
  readonly requiredList: readonly string[];
}

function fieldsOf({ schemas }: SpecDocument): readonly FieldPart[] {
  return schemas.flatMap(({ pointer: owner, object }) => {
    const properties = member(object, 'properties');
    if (!isObject(properties)) return [];
    const listed = member(object, 'required');
    const requiredList = Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : [];
    return Object.entries(properties).map(([name, schema]) => ({
      pointer: childPointer(childPointer(owner, 'properties'), name),
      owner,
      name,
      schema,
      requiredList,
    }));
  });
}

function requiredEdits(
  owner: string,
  list: readonly string[],
  change: (names: readonly string[]) => readonly string[],
): readonly JsonEdit[] {
  if (list.length === 0) return [];
  return [{ do: 'set', pointer: childPointer(owner, 'required'), value: change(list) }];
}

/** `User/profile` for `/components/schemas/User/properties/profile`. */
export function titleOf(pointer: string): string {
  const short = pointer
    .replace(/^\/components\/(?:schemas\/)?/, '')
    .replace(/^\/paths\//, '')
    .replaceAll('/properties/', '/')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return `\`${short}\``;
}
