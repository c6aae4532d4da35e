import type { Placed, YamlMethod, YamlPagination, YamlToken } from '@plumbline/model';
import { memberOf, type ObjectNode, objectMember, type Report, textMember } from './node.ts';

/** The settings of a level that speak of requests and responses; those that it does not make are absent. */
export interface Config {
  readonly pagination?: YamlPagination;
  readonly limit?: Placed<string>;
  readonly bodyNames?: YamlMethod['bodyNames'];
}

/** The settings of a provider, a service, a resource or a method: what its `config` says, or its `x-stackQL-config`. */
export function readConfig(holder: ObjectNode | undefined, report: Report): Config {
  const key = memberOf(holder, 'config') === undefined ? 'x-stackQL-config' : 'config';
  const config = objectMember(holder, key, report);
  if (config === undefined) return {};
  const pagination = readPagination(config, report);
  const top = objectMember(objectMember(config, 'queryParamPushdown', report), 'top', report);
  const limit = readLimit(top, report);
  const translate = objectMember(config, 'requestBodyTranslate', report);
  const algorithm = textMember(translate, 'algorithm', report);
  return {
    ...(pagination === undefined ? {} : { pagination }),
    ...(limit === undefined ? {} : { limit }),
    ...(algorithm === undefined ? {} : { bodyNames: bodyNames(algorithm.value) }),
  };
}

/** A method's settings: its own before its resource's, those before the service's and the provider's. */
export function inherit(own: Config, wider: Config): Config {
  return { ...wider, ...own };
}

function bodyNames(algorithm: string): YamlMethod['bodyNames'] {
  switch (algorithm) {
    case 'naive':
      return 'plain';
    case '':
    case 'default':
      return 'prefixed';
    default:
      return null;
  }
}

/** OData has a name of its own for the parameter. */
function readLimit(top: ObjectNode | undefined, report: Report): Placed<string> | undefined {
  if (top === undefined) return undefined;
  const name = textMember(top, 'paramName', report);
  if (name !== undefined) return name;
  const dialect = textMember(top, 'dialect', report);
  return dialect?.value === 'odata' ? { value: '$top', origin: dialect.origin } : undefined;
}

function readPagination(config: ObjectNode, report: Report): YamlPagination | undefined {
  const pagination = objectMember(config, 'pagination', report);
  if (pagination === undefined) return undefined;
  const response = readToken(pagination, 'responseToken', report);
  // Without it a response leads nowhere: the level says no more than its key.
  if (response === null) return undefined;
  const algorithm =
    textMember(pagination, 'algorithm', report) ??
    textMember(objectMember(pagination, 'responseToken', report), 'algorithm', report);
  return {
    algorithm: algorithm?.value ?? null,
    request: readToken(pagination, 'requestToken', report),
    response,
    origin: pagination.origin,
  };
}

function readToken(pagination: ObjectNode, key: string, report: Report): YamlToken | null {
  const token = objectMember(pagination, key, report);
  if (token === undefined) return null;
  return {
    key: textMember(token, 'key', report)?.value ?? '',
    location: textMember(token, 'location', report)?.value ?? '',
  };
}
