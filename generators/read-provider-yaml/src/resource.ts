import type { YamlResource } from '@plumbline/model';
import { type Config, inherit, readConfig } from './config.ts';
import { readMethod } from './method.ts';
import { memberOf, type ObjectNode, objectMember, objectsAt, type Report, textMember } from './node.ts';
import { readSqlVerbs } from './sql-verbs.ts';

interface ResourceContext {
  readonly provider: string;
  /** The service of the file that the resource is in. */
  readonly service: string;
  /** The settings of the service and the provider. */
  readonly config: Config;
  readonly report: Report;
}

/** Reads an entry of `components.x-stackQL-resources`. Without an `id` it is made of provider, service and key. */
export function readResource(key: string, node: ObjectNode, context: ResourceContext): YamlResource {
  const { provider, report } = context;
  const name = textMember(node, 'name', report)?.value || key;
  const id = textMember(node, 'id', report);
  const [, service = context.service, ...rest] = id?.value.split('.') ?? [];
  const resource = id?.value ?? `${provider}.${context.service}.${name}`;
  const verbs = readSqlVerbs(node, { key, resource, report });
  const config = inherit(readConfig(node, report), context.config);
  const methods = objectsAt(node, 'methods', report).map(([method, entry]) =>
    readMethod(method, entry, { resource, verbs: verbs.get(method) ?? [], config, report }),
  );
  const settings = objectMember(node, 'config', report);
  return {
    id: resource,
    service,
    name: rest.length === 0 ? name : rest.join('.'),
    description: textMember(node, 'description', report)?.value ?? '',
    methods,
    isView: methods.length === 0 && memberOf(settings, 'views') !== undefined,
    origin: id?.origin ?? node.origin,
  };
}
