import {
  type HttpMethod,
  isObject,
  type Operation,
  type Parameter,
  type SecurityRequirement,
  type Server,
} from '@plumbline/model';
import { reportPathTemplate } from '../checks/path-template.ts';
import { type Context, originOf } from '../document/context.ts';
import { extensionsOf, flagMember, type ObjectNode, textMember, textsMember } from '../document/node.ts';
import { joinParameters, readParameters } from './parameter-object.ts';
import { readOperationBody } from './request-body-object.ts';
import { readResponses } from './response-object.ts';
import { readSecurity } from './security-requirement-object.ts';
import { readServers } from './server-object.ts';

/** What an operation has from around it. */
export interface Surroundings {
  readonly path: string;
  readonly method: HttpMethod;
  /** The path item's. */
  readonly parameters: readonly Parameter[];
  /** The path item's, else the document's. */
  readonly servers: readonly Server[];
  /** The document's. */
  readonly security: readonly SecurityRequirement[];
}

/** An Operation Object (OpenAPI 3.1 section 4.8.10). Its paging is recognised later, when the schemas are known. */
export function readOperation(context: Context, node: ObjectNode, around: Surroundings): Operation {
  const { path, method } = around;
  const operationId = textMember(context, node, 'operationId');
  const operation: Operation = {
    key: `${method} ${path}`,
    method,
    path,
    operationId: operationId === '' ? null : operationId,
    tags: textsMember(context, node, 'tags'),
    summary: textMember(context, node, 'summary'),
    description: textMember(context, node, 'description'),
    deprecated: flagMember(context, node, 'deprecated'),
    parameters: joinParameters(around.parameters, readParameters(context, node, 'operation')),
    requestBody: readOperationBody(context, node),
    responses: readResponses(context, node),
    security: readSecurity(context, node) ?? around.security,
    servers: readServers(context, node) ?? around.servers,
    pagination: null,
    extensions: extensionsOf(node.value),
    origin: originOf(context, node),
  };
  if (!saysResponses(node)) {
    context.report({
      code: 'responses-missing',
      args: { operation: operation.key },
      at: operation.origin,
      subject: { operation: operation.key },
    });
  }
  reportPathTemplate(context, operation);
  return operation;
}

/** Responses that could not be read have been reported; here it is about those that are not there. */
function saysResponses({ value }: ObjectNode): boolean {
  return isObject(value.responses) && Object.keys(value.responses).length > 0;
}
