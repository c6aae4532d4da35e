import { isObject, type JsonValue, member } from '@plumbline/model';
import { operationsOf, partsOf } from '../spec/document.ts';

/** Whether a parameter of a path, a header or a cookie is a list. */
export function hasListOutsideQuery(document: JsonValue): boolean {
  return [...partsOf(document)].some(({ object }) => {
    const place = member(object, 'in');
    const isParameter = place === 'path' || place === 'header' || place === 'cookie';
    return isParameter && member(member(object, 'schema'), 'type') === 'array';
  });
}

/** Whether an operation declares a status by its number. */
export function declaresStatus(document: JsonValue, status: string): boolean {
  return operationsOf(document).some(({ object }) => {
    const responses = member(object, 'responses');
    return isObject(responses) && Object.hasOwn(responses, status);
  });
}
