import {
  HTTP_METHODS,
  NEWER_METHODS,
  type Operation,
  type SecurityRequirement,
  type Server,
} from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import {
  asObject,
  entriesOf,
  memberOf,
  type Node,
  type ObjectNode,
  objectMember,
  objectsAt,
} from '../document/node.ts';
import { dereference } from '../document/reference.ts';
import { readOperation } from './operation-object.ts';
import { readParameters } from './parameter-object.ts';
import { readSecurity } from './security-requirement-object.ts';
import { defaultServers, readServers } from './server-object.ts';

/** What holds for all operations of a document. */
interface Defaults {
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
}

/** All operations of a document (OpenAPI 3.1 section 4.8.8), in document order. */
export function readPaths(context: Context): readonly Operation[] {
  const root: ObjectNode = { value: context.document, pointer: '' };
  const paths = objectMember(context, root, 'paths');
  if (paths === undefined) return [];
  const defaults = {
    servers: readServers(context, root) ?? defaultServers(context),
    security: readSecurity(context, root) ?? [],
  };
  return entriesOf(paths).flatMap(([path, node]) => {
    if (!path.startsWith('/')) {
      const args = { name: 'path', expected: 'a path that starts with `/`', found: `\`${path}\`` };
      context.report({ code: 'spec-malformed', args, at: originOf(context, node) });
    }
    const query = path.indexOf('?');
    if (query !== -1) {
      const args = { path, query: path.slice(query) };
      context.report({ code: 'path-with-query', args, at: originOf(context, node) });
    }
    return readPathItem(context, path, node, defaults);
  });
}

const OTHER_MEMBERS: ReadonlySet<string> = new Set([
  '$ref',
  'summary',
  'description',
  'servers',
  'parameters',
]);

/**
 * The operations of a path item (section 4.8.9). Where it has a `$ref`, its own members go before the target's, which
 * the specification leaves open.
 */
function readPathItem(context: Context, path: string, node: Node, defaults: Defaults): readonly Operation[] {
  const item = asObject(context, node, path);
  if (item === undefined) return [];
  const target = typeof item.value.$ref === 'string' ? dereference(context, item, path) : undefined;
  const layers = target === undefined ? [item] : [item, target];
  const holderOf = (key: string): ObjectNode =>
    layers.find((layer) => memberOf(layer, key) !== undefined) ?? item;
  const parameters = readParameters(context, holderOf('parameters'), 'path-item');
  const servers = readServers(context, holderOf('servers')) ?? defaults.servers;
  const methods = context.newer ? NEWER_METHODS : HTTP_METHODS;
  const operations = new Map<string, Operation>();
  for (const layer of layers) {
    for (const [key, member] of entriesOf(layer)) {
      const method = methods.get(key);
      if (key === 'additionalOperations' && context.newer) {
        reportAdditional(context, path, layer);
        continue;
      }
      if (method === undefined) {
        if (!OTHER_MEMBERS.has(key)) reportUnknown(context, path, key, member);
        continue;
      }
      const operation = operations.has(key) ? undefined : asObject(context, member, key);
      if (operation === undefined) continue;
      const around = { path, method, parameters, servers, security: defaults.security };
      operations.set(key, readOperation(context, operation, around));
      if (method === 'QUERY') {
        const args = { operation: `${method} ${path}` };
        context.report({ code: 'operation-untyped', args, at: originOf(context, operation), subject: args });
      }
    }
  }
  return [...operations.values()];
}

/** OpenAPI 3.2 section 4.9: operations by the names of their methods. */
function reportAdditional(context: Context, path: string, item: ObjectNode): void {
  for (const [method, operation] of objectsAt(context, item, 'additionalOperations')) {
    const at = originOf(context, operation);
    context.report({ code: 'operation-method-unsupported', args: { method, path }, at });
  }
}

function reportUnknown(context: Context, path: string, key: string, member: Node): void {
  context.report({
    code: 'path-item-member-unknown',
    args: { path, name: key },
    at: originOf(context, member),
  });
}
