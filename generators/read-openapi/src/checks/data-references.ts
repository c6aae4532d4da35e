import { childPointer, isObject, type JsonValue } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import type { Node } from '../document/node.ts';

/**
 * Reports each `$ref` inside an example, a default or a constant. There it is data, not a reference (OpenAPI 3.1
 * section 4.8.23 allows references only where it says so), but many tools resolve it all the same.
 */
export function reportReferencesInData(context: Context, node: Node): void {
  // Most data has none, and much of a spec is data: places are made only where they are needed.
  if (holdsReference(node.value)) reportEach(context, node);
}

function reportEach(context: Context, { value, pointer }: Node): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const inner = { value: part, pointer: childPointer(pointer, key) };
    if (isReference(key, part)) {
      context.report({ code: 'ref-in-data', args: { reference: part }, at: originOf(context, inner) });
    } else reportEach(context, inner);
  }
}

function holdsReference(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(holdsReference);
  return (
    isObject(value) &&
    Object.keys(value).some((key) => {
      const part = value[key] ?? null;
      return isReference(key, part) || holdsReference(part);
    })
  );
}

function isReference(key: string, value: JsonValue): value is string {
  return key === '$ref' && typeof value === 'string';
}
