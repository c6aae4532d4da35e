import { isObject, type JsonValue, member, pointerTokens } from '@plumbline/model';
import { operationsOf, valueAt } from './document.ts';

/** Which operations a place of a document concerns. */
export type Reach = (pointer: string) => readonly string[];

/**
 * Follows the references of each operation and of its path item. What a place in `components` concerns are the
 * operations that lead to its component, whatever way; what stands outside of both concerns them all.
 */
export function reachOf(root: JsonValue): Reach {
  const operations = operationsOf(root);
  const all = operations.map(({ key }) => key);
  const byComponent = new Map<string, Set<string>>();
  for (const { key, object, path } of operations) {
    const seen = new Set<string>();
    const shared = member(member(member(root, 'paths'), path), 'parameters') ?? null;
    follow(root, [object, shared], seen);
    for (const component of seen) {
      const reaching = byComponent.get(component) ?? new Set();
      byComponent.set(component, reaching.add(key));
    }
  }
  return (pointer) => {
    const [first, second = '', third = ''] = pointerTokens(pointer);
    if (first === 'components' && second !== 'securitySchemes')
      return [...(byComponent.get(componentOf(pointer)) ?? [])];
    if (first !== 'paths') return all;
    return all.filter((key) => {
      const [method = '', path = ''] = key.split(/ (.*)/s);
      return path === second && (third === method.toLowerCase() || !isMethod(third));
    });
  };
}

function isMethod(token: string): boolean {
  return /^(?:get|put|post|delete|options|head|patch|trace)$/.test(token);
}

function componentOf(pointer: string): string {
  return pointer.split('/').slice(0, 4).join('/');
}

function follow(root: JsonValue, value: JsonValue, seen: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) follow(root, item, seen);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, own] of Object.entries(value)) {
    if (key === '$ref' && typeof own === 'string' && own.startsWith('#/')) {
      const component = componentOf(decodeURIComponent(own.slice(1)));
      if (seen.has(component)) continue;
      seen.add(component);
      follow(root, valueAt(root, component) ?? null, seen);
    } else follow(root, own, seen);
  }
}
