import type { Operation } from '@plumbline/model';
import type { Context } from '../document/context.ts';

/**
 * The operations of all files, of two with the same method and path the first, which is reported; so are operationIds
 * that two operations share and paths that differ in the names of their variables alone (OpenAPI 3.1 sections 4.8.8
 * and 4.8.10).
 */
export function distinctOperations(
  operations: readonly Operation[],
  report: Context['report'],
): readonly Operation[] {
  const byKey = new Map<string, Operation>();
  const byId = new Map<string, Operation>();
  const byShape = new Map<string, Operation>();
  for (const operation of operations) {
    const { key, path, origin, operationId } = operation;
    const subject = { operation: key };
    const twin = byKey.get(key);
    if (twin !== undefined) {
      const related = [{ message: 'The first is here.', place: twin.origin }];
      report({ code: 'operation-duplicate', args: { operation: key }, at: origin, subject, related });
      continue;
    }
    byKey.set(key, operation);
    const named = operationId === null ? undefined : byId.get(operationId);
    if (operationId !== null && named === undefined) byId.set(operationId, operation);
    if (operationId !== null && named !== undefined) {
      const at = { ...origin, pointer: `${origin.pointer}/operationId` };
      const related = [{ message: `\`${named.key}\` is here.`, place: named.origin }];
      const args = { operationId, operation: key, other: named.key };
      report({ code: 'operation-id-duplicate', args, at, subject, related });
    }
    const shape = path.replace(/\{[^{}]*\}/g, '{}');
    const similar = byShape.get(shape);
    if (similar === undefined) byShape.set(shape, operation);
    else if (similar.path !== path) {
      const related = [{ message: `\`${similar.path}\` is here.`, place: pathOrigin(similar) }];
      const args = { path, other: similar.path };
      report({ code: 'paths-equal', args, at: pathOrigin(operation), related });
    }
  }
  return [...byKey.values()];
}

/** Of an operation that stands in a path item, the path item's place. */
function pathOrigin({ origin }: Operation): Operation['origin'] {
  return { ...origin, pointer: origin.pointer.slice(0, origin.pointer.lastIndexOf('/')) };
}
