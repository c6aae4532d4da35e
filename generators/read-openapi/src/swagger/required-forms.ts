import { HTTP_METHODS, isObject, type JsonObject, type JsonValue, member } from '@plumbline/model';
import { mapEntries } from '../document/map-entries.ts';
import { listedParameters } from './swagger-parameters.ts';

/**
 * The upgraded paths with forms required that have a required field: of Swagger 2.0 each field is a parameter, which a
 * request may then not lack, while OpenAPI 3 asks it of the body (section 4.7.13).
 */
export function requireForms(paths: JsonObject, document: JsonObject): JsonObject {
  const given = document.paths;
  return mapEntries(paths, (path, item) => {
    const before = isObject(given) && Object.hasOwn(given, path) ? given[path] : undefined;
    if (!isObject(item) || !isObject(before)) return item;
    const isShared = hasRequiredField(document, before.parameters);
    return mapEntries(item, (method, operation) => {
      if (!HTTP_METHODS.has(method) || !isObject(operation) || !isObject(operation.requestBody))
        return operation;
      const own = member(before[method], 'parameters');
      if (!isShared && !hasRequiredField(document, own)) return operation;
      return { ...operation, requestBody: { ...operation.requestBody, required: true } };
    });
  });
}

function hasRequiredField(document: JsonObject, parameters: JsonValue | undefined): boolean {
  return listedParameters(document, { value: parameters ?? null, pointer: '' }).some(
    ({ node: { value } }) => member(value, 'in') === 'formData' && member(value, 'required') === true,
  );
}
