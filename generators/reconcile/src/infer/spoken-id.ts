import type { Operation } from '@plumbline/model';

/** What of its operationId somebody wrote; empty where there is none. */
export type SpokenId = (operation: Operation) => string;

/** So many of the operationIds of a spec end in path and method where a framework made them. */
const MOST = 0.8;

/**
 * Frameworks that make operationIds of the names of functions add what tells these apart: FastAPI path and method
 * (`read_items_items__get`), Springfox the method (`readItemsUsingGET_1`), NestJS the class (`ItemsController_read`).
 */
export function spokenIds(operations: readonly Operation[]): SpokenId {
  const named = operations.filter(({ operationId }) => operationId !== null);
  const placed = named.filter((operation) => beforePlace(operation) !== null);
  const arePlaced = placed.length >= named.length * MOST;
  return (operation) => {
    const { operationId } = operation;
    if (operationId === null) return '';
    const before = arePlaced ? beforePlace(operation) : null;
    return before ?? withoutMethod(withoutClass(operationId));
  };
}

/** What stands before the path and the method that end an operationId; null where these do not. */
function beforePlace({ operationId, method, path }: Operation): string | null {
  const place = `${path.replace(/\W/g, '_')}_${method.toLowerCase()}`;
  const isPlaced = operationId !== null && operationId.length > place.length && operationId.endsWith(place);
  return isPlaced ? operationId.slice(0, -place.length) : null;
}

function withoutClass(operationId: string): string {
  const [, rest = operationId] = /^[A-Za-z]\w*Controller[_.](\w+)$/.exec(operationId) ?? [];
  return rest;
}

function withoutMethod(operationId: string): string {
  return operationId.replace(/(?<=[a-z0-9])Using(?:DELETE|GET|HEAD|PATCH|POST|PUT)(?:_\d+)?$/, '');
}
