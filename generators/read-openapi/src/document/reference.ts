import { childPointer, type JsonValue } from '@plumbline/model';
import { type Context, originOf } from './context.ts';
import { asObject, type Node, type ObjectNode, textMember } from './node.ts';

/** Reports a `$ref` that leads nowhere. `holder` is the object that has it. */
export function reportUnresolved(
  context: Context,
  holder: { readonly pointer: string },
  reference: string,
): void {
  context.report({
    code: 'ref-unresolved',
    args: { reference: context.written(reference) },
    at: originOf(context, { pointer: childPointer(holder.pointer, '$ref') }),
  });
}

/**
 * The object that a node means: itself, or what its chain of `$ref`s ends at. In 3.1 `summary` and `description`
 * beside a `$ref` replace the target's (section 4.8.23). Undefined, and reported, where it ends nowhere, in a
 * circle, or in something that is no mapping.
 */
export function dereference(context: Context, node: Node, name: string): ObjectNode | undefined {
  const object = asObject(context, node, name);
  if (object === undefined || typeof object.value.$ref !== 'string') return object;
  const chain = followReferences(context, object, name);
  const target = chain?.at(-1);
  if (chain === undefined || target === undefined || !context.siblings) return target;
  const overrides = chain
    .slice(0, -1)
    .reverse()
    .flatMap((reference) => overridesOf(context, reference));
  return overrides.length === 0
    ? target
    : { value: { ...target.value, ...Object.fromEntries(overrides) }, pointer: target.pointer };
}

/** More references than anyone chains: longer chains are taken for circles. */
const MAX_CHAIN = 64;

/** The objects on a chain of `$ref`s, the last of them without one. */
function followReferences(
  context: Context,
  start: ObjectNode,
  name: string,
): readonly ObjectNode[] | undefined {
  const chain = [start];
  let current = start;
  while (typeof current.value.$ref === 'string') {
    const reference: string = current.value.$ref;
    const target = context.lookUp(reference);
    if (target.kind !== 'found') {
      reportUnresolved(context, current, reference);
      return undefined;
    }
    if (chain.length > MAX_CHAIN || chain.some(({ pointer }) => pointer === target.pointer)) {
      const at = originOf(context, { pointer: childPointer(start.pointer, '$ref') });
      context.report({ code: 'ref-circular', args: { reference }, at });
      return undefined;
    }
    const next = asObject(context, target, name);
    if (next === undefined) return undefined;
    chain.push(next);
    current = next;
  }
  return chain;
}

function overridesOf(context: Context, node: ObjectNode): readonly [string, JsonValue][] {
  return ['summary', 'description'].flatMap((key): [string, JsonValue][] =>
    Object.hasOwn(node.value, key) ? [[key, textMember(context, node, key)]] : [],
  );
}
