import { childPointer, isObject } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import type { Node } from '../document/node.ts';

/**
 * Reports each `$ref` inside an example, a default or a constant. There it is data, not a reference (OpenAPI 3.1
 * section 4.8.23 allows references only where it says so), but many tools resolve it all the same.
 */
export function reportReferencesInData(context: Context, node: Node): void {
  if (typeof node.value !== 'object' || node.value === null) return;
  if (Array.isArray(node.value)) {
    node.value.forEach((value, i) => {
      reportReferencesInData(context, { value, pointer: childPointer(node.pointer, i) });
    });
  } else if (isObject(node.value)) {
    for (const [key, value] of Object.entries(node.value)) {
      const pointer = childPointer(node.pointer, key);
      if (key === '$ref' && typeof value === 'string') {
        context.report({
          code: 'ref-in-data',
          args: { reference: value },
          at: originOf(context, { pointer }),
        });
      } else reportReferencesInData(context, { value, pointer });
    }
  }
}
