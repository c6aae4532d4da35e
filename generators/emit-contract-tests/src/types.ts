import type { Method, Resource, Service } from '@plumbline/model';
import { type Encoded, ts, tsKey, tsMember, tsString } from '@plumbline/render';

type Ts = Encoded<'ts'>;

/** What `types.hbs` is filled with. */
export interface TypesView {
  readonly client: Ts;
  readonly package: Ts;
  readonly methods: readonly MethodTypes[];
}

interface MethodTypes {
  readonly call: Ts;
  /** The method's place in the client's type. */
  readonly type: Ts;
  /** What must be given, the body too. */
  readonly required: readonly Ts[];
  /** The fields that every body must have. */
  readonly fields: readonly Ts[];
  /** Everything that has a type. */
  readonly params: readonly Ts[];
}

/** The type tests of a resource's bound methods. */
export function typesOf(
  service: Service,
  resource: Resource,
  names: Pick<TypesView, 'client' | 'package'>,
): TypesView {
  const methods = resource.methods.filter(({ operation }) => operation !== null);
  return { ...names, methods: methods.map((method) => methodTypes(method, service, resource)) };
}

function methodTypes(method: Method, service: Service, resource: Resource): MethodTypes {
  const places = [service, resource, method].map(({ clientName }) => clientName);
  const params = method.params.filter(({ in: place }) => place !== 'server' && place !== null);
  const body = isSent(method) ? method.body : null;
  // Of variants, each may require something else.
  const isChoice = body?.fields.some(({ variants }) => variants !== undefined) ?? true;
  const fields = isChoice || body?.schema === null ? [] : (body?.fields ?? []);
  return {
    call: places.map(tsMember).reduce((all, each) => ts`${all}${each}`, ts``),
    type: places.map((name) => ts`[${tsString(name)}]`).reduce((all, each) => ts`${all}${each}`, ts``),
    required: [
      ...params.filter(({ required }) => required).map(({ key }) => tsString(key)),
      ...(body?.required ? [tsString('body')] : []),
    ],
    fields: fields.filter(({ required }) => required).map(({ wireName }) => tsString(wireName)),
    params: params.filter(({ type }) => type !== 'any').map(({ key }) => tsKey(key)),
  };
}

/** `fetch` sends no body with these, so their methods take none. */
function isSent({ operation }: Method): boolean {
  return !/^(?:GET|HEAD) /.test(operation ?? '');
}
