import { childPointer, isObject, member } from '@plumbline/model';
import { partsOf, pathItemsOf, valueAt } from './document.ts';
import type { SpecDocument, SpecOperator } from './spec-fault.ts';

/** Faults of paths, methods, statuses, media types and headers of answers. */
export const OPERATION_OPERATORS: readonly SpecOperator[] = [
  path,
  method,
  statusChanged,
  statusDropped,
  mediaType,
  headerDropped,
];

/** The last word of a path that is no variable gets a letter more. */
function path({ root }: SpecDocument) {
  return pathItemsOf(root).flatMap(({ pointer, path: own }) => {
    const to = own.replace(/([A-Za-z])(?=(?:\/\{[^{}]*\})*\/?$)/, '$1x');
    if (to === own || valueAt(root, childPointer('/paths', to)) !== undefined) return [];
    return {
      operator: 'path-changed',
      pointer,
      what: `the path \`${own}\` becomes \`${to}\``,
      edits: [{ do: 'rename' as const, pointer, to }],
    };
  });
}

const OTHER_METHODS = ['post', 'put', 'patch', 'get', 'delete'];

function method({ root, operations }: SpecDocument) {
  return operations.flatMap(({ pointer, path: own, key }) => {
    const item = valueAt(root, childPointer('/paths', own));
    const to = OTHER_METHODS.find((each) => member(item, each) === undefined);
    if (to === undefined) return [];
    return {
      operator: 'method-changed',
      pointer,
      what: `${key} becomes ${to.toUpperCase()}`,
      edits: [{ do: 'rename' as const, pointer, to }],
    };
  });
}

function responsesOf({ operations }: SpecDocument) {
  return operations.flatMap(({ pointer, object, key }) => {
    const responses = member(object, 'responses');
    return Object.keys(isObject(responses) ? responses : {}).map((status) => ({
      pointer: childPointer(childPointer(pointer, 'responses'), status),
      responses: Object.keys(isObject(responses) ? responses : {}),
      status,
      key,
    }));
  });
}

function statusChanged(document: SpecDocument) {
  return responsesOf(document).flatMap(({ pointer, responses, status, key }) => {
    const to = (/^2/.test(status) ? ['201', '202', '203'] : ['410', '418', '423']).find(
      (each) => !responses.includes(each),
    );
    if (to === undefined || status === 'default') return [];
    return {
      operator: 'status-changed',
      pointer,
      what: `the status ${status} of ${key} becomes ${to}`,
      edits: [{ do: 'rename' as const, pointer, to }],
    };
  });
}

function statusDropped(document: SpecDocument) {
  return responsesOf(document).flatMap(({ pointer, responses, status, key }) => {
    if (responses.length < 2) return [];
    return {
      operator: 'status-dropped',
      pointer,
      what: `${key} loses the status ${status}`,
      edits: [{ do: 'remove' as const, pointer }],
    };
  });
}

function mediaType({ root }: SpecDocument) {
  return [...partsOf(root)].flatMap(({ pointer, object }) => {
    if (!/\/content$/.test(pointer) || /\/properties\/content$/.test(pointer)) return [];
    return Object.keys(object).map((type) => {
      const to = type.includes('json') ? 'text/plain' : 'application/json';
      return {
        operator: 'media-type-changed',
        pointer: childPointer(pointer, type),
        what: `\`${type}\` at \`${pointer.replaceAll('~1', '/')}\` becomes \`${to}\``,
        edits: [{ do: 'rename' as const, pointer: childPointer(pointer, type), to }],
      };
    });
  });
}

function headerDropped({ root }: SpecDocument) {
  return [...partsOf(root)].flatMap(({ pointer, object }) => {
    if (!/\/responses\/[^/]+\/headers$/.test(pointer)) return [];
    return Object.keys(object).map((name) => ({
      operator: 'answer-header-dropped',
      pointer: childPointer(pointer, name),
      what: `\`${pointer.replaceAll('~1', '/')}\` loses \`${name}\``,
      edits: [{ do: 'remove' as const, pointer: childPointer(pointer, name) }],
    }));
  });
}
