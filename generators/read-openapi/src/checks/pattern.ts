import { childPointer } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import type { ObjectNode } from '../document/node.ts';

/**
 * Reports a pattern that is no ECMA-262 regular expression, as JSON Schema 2020-12 Core section 6.4 asks for: one
 * that compiles neither with the `u` flag nor without it.
 */
export function reportPattern(context: Context, node: ObjectNode, pattern: string): void {
  if (compiles(pattern, 'u') || compiles(pattern, '')) return;
  context.report({
    code: 'pattern-not-javascript',
    args: { pattern },
    at: originOf(context, { pointer: childPointer(node.pointer, 'pattern') }),
  });
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
