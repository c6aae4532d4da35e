import {
  type DraftDiagnostic,
  diagnose,
  type MediaType,
  type Operation,
  type Response,
  type SpecOrigin,
  type Subject,
  type YamlMethod,
} from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import { isJson } from '../pair/response.ts';
import type { SchemaReader } from '../schema-reader.ts';
import { readJsonPath, walkSchema } from '../yaml/json-path.ts';
import { paginationKind, queryParam } from '../yaml/pagination.ts';
import type { YamlSide } from '../yaml/yaml-side.ts';

interface CalledMethod {
  readonly entry: YamlMethod;
  readonly operation: Operation;
  readonly subject: Subject;
}

/** Where the provider's own YAML and the spec disagree: operations, responses, and the parameters that settings name. */
export function compareYamlSpec(
  { resources, operations }: YamlSide,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const findings: DraftDiagnostic[] = [];
  const called: CalledMethod[] = [];
  for (const { id, methods } of resources) {
    for (const entry of methods) {
      const subject = { resource: id, method: entry.name };
      const operation = operations.get(`${id}.${entry.name}`);
      if (operation !== undefined) {
        called.push({ entry, operation, subject: { ...subject, operation: operation.key } });
      } else if (entry.operation !== null) {
        const { method, path, origin } = entry.operation;
        const args = { method: entry.name, operation: `${method} ${path}` };
        findings.push(diagnose({ code: 'yaml-operation-missing-from-spec', args, at: origin, subject }));
      }
    }
  }
  return [
    ...findings,
    ...called.flatMap((method) => compareResponse(method, reader)),
    ...findUnknownParams(called),
  ];
}

function compareResponse(method: CalledMethod, reader: SchemaReader): readonly DraftDiagnostic[] {
  const { entry, operation, subject } = method;
  const { status, mediaType } = entry.response;
  if (status === null) return [];
  const { responses } = operation;
  const response =
    responses.find((one) => one.status === status.value) ??
    responses.find((one) => covers(one.status, status.value));
  // The empty key says that there is no response with rows.
  if (status.value === '' && !responses.some((one) => one.status.startsWith('2'))) return [];
  if (response === undefined) {
    const declared = responses.map((one) => one.status);
    const args = { method: entry.name, status: status.value, operation: operation.key, declared };
    const related = [{ message: 'the operation', place: operation.origin }];
    return [diagnose({ code: 'yaml-response-missing-from-spec', args, at: status.origin, subject, related })];
  }
  // A response without content has no media type that could differ.
  if (mediaType === null || response.contents.length === 0) return [];
  const media = response.contents.find((one) => isSameType(one.mediaType, mediaType.value));
  if (media !== undefined) return compareObjectKey(method, media, reader);
  const declared = response.contents.map((one) => one.mediaType);
  const args = { method: entry.name, status: status.value, mediaType: mediaType.value, declared };
  const related = [{ message: 'the response', place: response.origin }];
  return [diagnose({ code: 'yaml-media-type-differs', args, at: mediaType.origin, subject, related })];
}

/** OpenAPI 3.1 section 4.8.16: `2XX` is a range, `default` is for all others. */
function covers(declared: Response['status'], status: string): boolean {
  return declared === 'default' || (/^[1-5]XX$/i.test(declared) && declared[0] === status[0]);
}

/** Parameters (`; charset=utf-8`) are left out where one of the two has none. */
function isSameType(declared: string, wanted: string): boolean {
  const [a, b] = [declared, wanted].map((type) => type.toLowerCase().replaceAll(' ', ''));
  if (a === b || a === '*/*') return true;
  const [plainA, plainB] = [a, b].map((type) => type?.split(';')[0]);
  return plainA === plainB && (plainA === a || plainB === b);
}

function compareObjectKey(
  { entry, subject }: CalledMethod,
  { mediaType, schema }: MediaType,
  reader: SchemaReader,
): readonly DraftDiagnostic[] {
  const { objectKey, isReshaped } = entry.response;
  if (objectKey === null || isReshaped || schema === null || !isJson(mediaType)) return [];
  const steps = readJsonPath(objectKey.value);
  const walked = steps === null ? null : walkSchema(schema, steps, reader);
  if (walked?.kind !== 'missing') return [];
  const { name, holder } = walked;
  const lists = reader.fields(holder).filter((field) => reader.resolve(field.schema).kind === 'array');
  const nearest = steps?.length === 1 && lists.length === 1 ? (lists[0]?.name ?? null) : null;
  return [
    diagnose({
      code: 'yaml-object-key-missing-from-spec',
      args: { method: entry.name, objectKey: objectKey.value, name, nearest },
      at: objectKey.origin,
      subject: { ...subject, name, in: 'response' },
      related: [{ message: 'the schema', place: holder.origin }],
    }),
  ];
}

interface SentParam {
  readonly setting: 'pagination' | 'queryParamPushdown';
  readonly name: string;
  readonly origin: SpecOrigin;
  readonly operation: Operation;
}

/**
 * What a setting is for: the resource or the method that it stands at. Those of services are written by the same generator
 * into each of them, so that they are for all services.
 */
function scopeOf({ origin: { file, pointer }, setting, name }: SentParam): string {
  const isOwn = pointer.startsWith('/components/x-stackQL-resources/');
  return isOwn ? `${file}#${pointer}` : JSON.stringify([setting, name]);
}

/** Parameters that a setting sends and no operation has that it is for: those that read, since only they have pages. */
function findUnknownParams(called: readonly CalledMethod[]): readonly DraftDiagnostic[] {
  const sent = called
    .filter(({ operation }) => operation.method === 'GET')
    .flatMap(({ entry: { pagination, limit }, operation }): readonly SentParam[] => {
      const kind = pagination === null ? null : paginationKind(pagination);
      const isSent = kind === 'cursor' || kind === 'page';
      return [
        ...(pagination?.request && isSent
          ? [
              {
                setting: 'pagination',
                name: pagination.request.key,
                origin: pagination.origin,
                operation,
              } as const,
            ]
          : []),
        ...(limit === null
          ? []
          : [{ setting: 'queryParamPushdown', name: limit.value, origin: limit.origin, operation } as const]),
      ];
    });
  return [...groupBy(sent, scopeOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.some(({ operation, name }) => queryParam(operation, name) !== null))
      return [];
    const { name, setting, origin } = first;
    const args = { name, setting, methods: group.length };
    const subject = { name, in: 'query' } as const;
    return [diagnose({ code: 'yaml-param-missing-from-spec', args, at: origin, subject })];
  });
}
