import type { Operation } from '@plumbline/model';
import { compactName } from '../words.ts';
import type { Documented } from './documented.ts';
import { methodName, plainName } from './method-name.ts';
import { literalSegments, type OperationIndex } from './operation-index.ts';
import { isOrdinary, isUsual } from './verbs.ts';

/** The operation whose operationId has the method's name: the only one in its service, else in the whole spec. */
export function operationByName(
  { resource, method }: Documented,
  index: OperationIndex,
): Operation | undefined {
  const name = methodName(plainName(method.name.value));
  const named = index.byName.get(name) ?? index.byKeyOfName(name);
  const own = named.filter((operation) => index.isInService(operation, resource.service));
  const isOfResource = ({ tags, path }: Operation): boolean =>
    [...tags, ...literalSegments(path)].map(compactName).includes(compactName(resource.name));
  if (own.length > 0) {
    // A name that is an ordinary deed (`get`) says something of its own resource alone.
    return onlyOne(isOrdinary(name) ? own.filter(isOfResource) : own, [
      ({ method: http }) => method.verb === null || isUsual(method.verb.value, http),
      isOfResource,
    ]);
  }
  // Outside its service a name of one word says nothing.
  return name.includes('_') && named.length === 1 ? named[0] : undefined;
}

/** The only operation, or the only one that meets the conditions, applied one after the other while they leave any. */
function onlyOne(
  operations: readonly Operation[],
  conditions: readonly ((operation: Operation) => boolean)[],
): Operation | undefined {
  let left = operations;
  for (const condition of conditions) {
    if (left.length <= 1) break;
    const meeting = left.filter(condition);
    if (meeting.length > 0) left = meeting;
  }
  return left.length === 1 ? left[0] : undefined;
}
