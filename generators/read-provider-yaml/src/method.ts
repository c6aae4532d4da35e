import type { Placed, SqlVerb, YamlMethod, YamlOperation, YamlResponse } from '@plumbline/model';
import { type Config, inherit, readConfig } from './config.ts';
import { memberOf, type ObjectNode, objectMember, type Report, textMember } from './node.ts';
import { readOperationReference } from './operation-reference.ts';

interface MethodContext {
  /** `okta.users.users`. */
  readonly resource: string;
  readonly verbs: readonly Placed<SqlVerb>[];
  /** The settings of the resource, and what it inherits. */
  readonly config: Config;
  readonly report: Report;
}

/** Reads an entry of a resource's `methods`. */
export function readMethod(
  name: string,
  node: ObjectNode,
  { resource, verbs, config: wider, report }: MethodContext,
): YamlMethod {
  const config = inherit(readConfig(node, report), wider);
  return {
    name,
    operation: readOperation(name, node, resource, report),
    verbs,
    response: readResponse(node, report),
    bodyNames: config.bodyNames === undefined ? 'prefixed' : config.bodyNames,
    pagination: config.pagination ?? null,
    limit: config.limit ?? null,
    origin: node.origin,
  };
}

function readOperation(
  method: string,
  node: ObjectNode,
  resource: string,
  report: Report,
): YamlOperation | null {
  const holder = objectMember(node, 'operation', report);
  const reference = textMember(holder, '$ref', report);
  const operation = reference && readOperationReference(reference.value);
  if (reference !== undefined && operation) return { ...operation, origin: reference.origin };
  report({
    code: 'provider-yaml-operation-unreadable',
    args: { method, reference: reference?.value ?? null },
    at: reference?.origin ?? node.origin,
    subject: { resource, method },
  });
  return null;
}

function readResponse(node: ObjectNode, report: Report): YamlResponse {
  const response = objectMember(node, 'response', report);
  return {
    status: textMember(response, 'openAPIDocKey', report) ?? null,
    mediaType: textMember(response, 'mediaType', report) ?? null,
    objectKey: textMember(response, 'objectKey', report) ?? null,
    isReshaped: ['schema_override', 'transform'].some((key) => memberOf(response, key) !== undefined),
  };
}
