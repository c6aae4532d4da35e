import { childPointer, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { type FlatSchema, numberAt } from './flat-schema.ts';
import { isMatch } from './made-value.ts';
import type { Reading } from './second-reading.ts';

/** A value made wrong in one place. */
export interface Fault {
  readonly kind: string;
  readonly value: JsonValue;
  /** The place that the server must name. */
  readonly pointer: string;
}

/** Every way in which a value of a schema can be wrong in one place, as far as its own schema is plain. */
export function faultsOf(
  schema: JsonValue | undefined,
  value: JsonValue,
  reading: Reading,
): readonly Fault[] {
  return collect(schema, value, { reading, depth: 0 });
}

function collect(
  schema: JsonValue | undefined,
  value: JsonValue,
  place: { readonly reading: Reading; readonly depth: number },
): readonly Fault[] {
  const { reading, depth } = place;
  const flat = reading.flat(schema);
  if (depth > 6 || flat.isReadOnly || flat.isChoice) return [];
  const here = ownFaults(flat, value).map((fault) => ({ ...fault, pointer: '' }));
  if (isObject(value)) return [...here, ...memberFaults(flat, value, place)];
  if (!Array.isArray(value) || flat.type !== 'array') return here;
  const within = value.slice(0, 1).flatMap((item: JsonValue, i: number) =>
    collect(flat.schema.items, item, { reading, depth: depth + 1 }).map((fault) => ({
      kind: fault.kind,
      value: value.map((each: JsonValue, j: number) => (j === i ? fault.value : each)),
      pointer: childPointer('', i) + fault.pointer,
    })),
  );
  return [...here, ...within];
}

function memberFaults(
  { properties, required, schema, decided }: FlatSchema,
  value: JsonObject,
  { reading, depth }: { readonly reading: Reading; readonly depth: number },
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [name, own] of Object.entries(value)) {
    const pointer = childPointer('', name);
    if (required.has(name) && !decided.has(name)) {
      const { [name]: _left, ...rest } = value;
      faults.push({ kind: 'required', value: rest, pointer });
    }
    if (!properties.has(name)) continue;
    for (const fault of collect(properties.get(name), own, { reading, depth: depth + 1 }))
      faults.push({
        kind: fault.kind,
        value: { ...value, [name]: fault.value },
        pointer: pointer + fault.pointer,
      });
  }
  if (schema.additionalProperties === false)
    faults.push({ kind: 'additional', value: { ...value, 'x-unheard-of': 1 }, pointer: '/x-unheard-of' });
  return faults;
}

/** Wrong in itself: its type, a bound, a value that is not among those allowed. */
function ownFaults(
  { type, schema, nullable }: FlatSchema,
  value: JsonValue,
): readonly Omit<Fault, 'pointer'>[] {
  const faults: Omit<Fault, 'pointer'>[] = [];
  const add = (kind: string, wrong: JsonValue) => faults.push({ kind, value: wrong });
  if (type !== undefined) add('type', type === 'object' ? 'text' : { not: 'this' });
  if (!nullable && type !== undefined && !(Array.isArray(schema.enum) && schema.enum.includes(null)))
    add('null', null);
  if (typeof value === 'string') {
    const { enum: values, format, pattern } = schema;
    if (Array.isArray(values) && !values.includes('x-unheard-of')) add('enum', 'x-unheard-of');
    const most = numberAt(schema, 'maxLength');
    if (most !== undefined && most < 5000) add('maxLength', value.padEnd(most + 1, 'a'));
    const least = numberAt(schema, 'minLength');
    if (least !== undefined && least > 0) add('minLength', value.slice(0, least - 1));
    if (typeof pattern === 'string' && !isMatch('\u0001 ~', pattern)) add('pattern', '\u0001 ~');
    if (['date-time', 'date', 'uuid', 'ipv4'].includes(String(format))) add('format', 'no such thing');
  }
  if (typeof value === 'number') {
    if (type === 'integer') add('integer', value + 0.5);
    const most = numberAt(schema, 'maximum');
    if (most !== undefined) add('maximum', most + 1);
    const least = numberAt(schema, 'minimum');
    if (least !== undefined) add('minimum', least - 1);
  }
  if (Array.isArray(value)) {
    const most = numberAt(schema, 'maxItems');
    if (most !== undefined && value.length > 0 && most < 1000)
      add(
        'maxItems',
        Array.from({ length: most + 1 }, () => value[0] ?? null),
      );
    const least = numberAt(schema, 'minItems');
    if (least !== undefined && least > 0) add('minItems', value.slice(0, least - 1));
  }
  return faults;
}
