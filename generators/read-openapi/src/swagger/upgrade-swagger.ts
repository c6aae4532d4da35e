import { createRequire } from 'node:module';
import { HTTP_METHODS, isObject, type JsonObject, type JsonValue } from '@plumbline/model';
import { type OpenFile, refuse } from '../document/open-file.ts';
import { prepareSwagger } from './prepare-swagger.ts';
import { keepingProtoFields } from './proto-fields.ts';
import { requireForms } from './required-forms.ts';
import { swaggerPlaces } from './swagger-places.ts';

/** Loaded for the first document of 2.0, at once: reading is not asynchronous. */
const load = createRequire(import.meta.url);

/**
 * A Swagger 2.0 file as OpenAPI 3.0, its places those of the file as it was written; any other file as it is. The answer
 * is why it cannot be read where the upgrade fails.
 */
export function upgradeSwagger(file: OpenFile): OpenFile | ReturnType<typeof refuse> {
  if (!Object.hasOwn(file.document, 'swagger') || Object.hasOwn(file.document, 'openapi')) return file;
  const { document, findings } = prepareSwagger(file.document, file.place);
  const upgraded = upgrade(document);
  if (upgraded instanceof Error) {
    const args = { file: file.file, reason: upgraded.message };
    return refuse({ code: 'spec-upgrade-failed', args, at: file.locate({ file: file.file, pointer: '' }) });
  }
  const placeOf = swaggerPlaces(file.document);
  return {
    ...file,
    document: upgraded,
    place: (pointer) => file.place(placeOf(pointer)),
    written: (reference) => file.written(`#${placeOf(reference.slice(1))}`),
    findings: [...file.findings, ...findings],
  };
}

/** The upgrade changes what it is given, and takes every member of a path item for an operation. */
function upgrade(document: JsonObject): JsonObject | Error {
  const { upgradeFromTwoToThree }: typeof import('@scalar/openapi-upgrader/2.0-to-3.0') = load(
    '@scalar/openapi-upgrader/2.0-to-3.0',
  );
  const paths = isObject(document.paths) ? document.paths : {};
  const operations = Object.entries(paths).map(([path, item]) => [path, pick(item, isUpgraded)] as const);
  try {
    const given = structuredClone({ ...document, paths: Object.fromEntries(operations) });
    const upgraded = keepingProtoFields(given, (one) => upgradeFromTwoToThree(one) as JsonObject);
    const items = isObject(upgraded.paths) ? Object.entries(upgraded.paths) : [];
    const whole = items.map(([path, item]) => {
      const others = pick(Object.hasOwn(paths, path) ? paths[path] : {}, (key) => !isUpgraded(key));
      return [path, { ...(isObject(item) && item), ...others }] as const;
    });
    return { ...upgraded, paths: requireForms(Object.fromEntries(whole), document) };
  } catch (error) {
    // Whatever the library stumbles over is in the document.
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isUpgraded(key: string): boolean {
  return key === 'parameters' || HTTP_METHODS.has(key);
}

function pick(value: JsonValue | undefined, wanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([key]) => wanted(key)));
}
