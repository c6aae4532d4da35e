import { DOCUMENTED_KEYWORDS } from '@plumbline/contract-server/provider';
import type { Field, JsonValue, Method, Param, Resource, Service } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsMember, tsString, tsValue } from '@plumbline/render';

type Ts = Encoded<'ts'>;

/** What `suite.hbs` is filled with. */
export interface SuiteView {
  readonly resource: Ts;
  readonly methods: readonly MethodView[];
}

interface MethodView {
  readonly name: Ts;
  readonly call: Ts;
  readonly page: {
    readonly verb: Ts;
    readonly params: Ts;
    /** Null where it takes none. */
    readonly body: Ts | null;
    readonly fields: Ts;
    readonly statements: readonly Ts[];
  };
}

/** The suite of a resource's bound methods; null where it has none. */
export function suiteOf(service: Service, resource: Resource): SuiteView | null {
  const methods = resource.methods
    .filter(({ operation }) => operation !== null)
    .map((method) => methodView(method, service, resource));
  return methods.length === 0 ? null : { resource: tsString(resource.id), methods };
}

function methodView(method: Method, service: Service, resource: Resource): MethodView {
  return {
    name: tsKey(method.name),
    call: ts`${tsMember(service.clientName)}${tsMember(resource.clientName)}${tsMember(method.clientName)}`,
    page: {
      verb: tsString(method.sqlVerb),
      params: documented(method.params, ({ key }) => key),
      body: method.body === null ? null : documented(method.body.fields, ({ wireName }) => wireName),
      fields: documented(
        method.fields.filter(({ writeOnly }) => !writeOnly),
        ({ wireName }) => wireName,
      ),
      statements: (method.statements ?? []).map(tsString),
    },
  };
}

/** What the page says of parameters, by the client's key, or of fields, by the API's name. */
function documented<T extends Param | Field>(values: readonly T[], nameOf: (value: T) => string): Ts {
  const entries = values.map((value) => ts`${tsKey(nameOf(value))}: ${documentedValue(value)}`);
  return entries.length === 0 ? ts`{}` : ts`{ ${join(entries, ', ')} }`;
}

/** `'string!'`: a required string; an object where more is said of the value. */
function documentedValue(value: Param | Field): Ts {
  const type = value.type + (value.required ? '!' : '');
  const entries: (readonly [string, JsonValue])[] = DOCUMENTED_KEYWORDS.flatMap((keyword) => {
    const constraint = value[keyword];
    return constraint === undefined ? [] : [[keyword, constraint] as const];
  });
  return tsValue(entries.length === 0 ? type : Object.fromEntries([['type', type], ...entries]));
}
