import { byCodeUnit, type EmittedFile, type Resource, type Service, withLinkBase } from '@plumbline/model';
import { type Encoded, join, jsdoc, jsdocText, ts, tsKey, tsString } from '@plumbline/render';
import type { ProviderExamples } from '../examples/provider-examples.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import { functionDoc, type MethodPlace, methodDoc } from '../methods/method-doc.ts';
import type { ContextOf } from '../methods/method-types.ts';
import { type PrintedMethod, type PrintOptions, printMethod } from '../methods/printed-method.ts';
import { printOutcomes } from '../methods/result-types.ts';
import { alias, type Declaration } from '../types/declaration.ts';
import { primary, type TypeText, textOf } from '../types/type-text.ts';
import { type MethodView, render } from './render.ts';
import { type MethodNames, nameResource } from './resource-names.ts';
import { collectTypeUses } from './type-uses.ts';
import { typesPath } from './types-file.ts';

type Ts = Encoded<'ts'>;

export type ResourceOptions = Pick<PrintOptions, 'plan' | 'security' | 'server' | 'failures'> &
  Pick<MethodPlace, 'model'> & { readonly examples: Pick<ProviderExamples, 'ofResource'> };

export interface ResourceModule extends PrintedModule {
  readonly service: Service;
  readonly resource: Resource;
}

export interface PrintedModule {
  /** The interface of the resource as a member of the client. */
  readonly type: Ts;
  readonly file: EmittedFile;
}

interface NamedMethod {
  readonly method: PrintedMethod;
  readonly own: MethodNames;
}

/** The module of a resource: its methods, their parameters, and its interface. */
export function resourceModule(
  { service, resource, methods: bound }: BoundResource,
  { model, plan, security, server, failures, examples }: ResourceOptions,
): PrintedModule {
  const uses = collectTypeUses();
  const runtime = new Set(['ClientCore', 'method', 'RequestOptions']);
  const onRuntime = (name: string): void => void runtime.add(name);
  const contextOf: ContextOf = (side, indent) => ({ plan, side, indent, declares: null, onUse: uses.onUse });
  const methods = bound.map((method) =>
    printMethod(method, { plan, security, server, failures, contextOf, onRuntime }),
  );
  const names = nameResource(resource, methods, [...uses.own(), ...uses.shared(), ...runtime]);
  const named = methods.flatMap((method, i) => {
    const own = names.methods[i];
    return own === undefined ? [] : [{ method, own }];
  });
  const example = examples.ofResource(service, resource);
  const content = render('resource', {
    runtime: runtimeImports(runtime),
    imports: [
      { names: join(uses.own(), ', '), from: tsString(`../${typesPath(service.slug)}`) },
      { names: join(uses.shared(), ', '), from: tsString(`../${typesPath(null)}`) },
    ].filter(({ names: list }) => list.length > 0),
    doc: jsdoc(
      jsdocText(
        withLinkBase(resource.summary.trim(), model.linkBase) || `The methods of \`${resource.id}\`.`,
      ),
    ),
    name: names.resource,
    methods: named.map((one) =>
      methodView(one, {
        place: { model, service, resource },
        owner: names.resource,
        example: example.get(one.method.bound.method)?.code ?? null,
      }),
    ),
    declarations: declareAll(named),
  });
  const file = { path: `${service.slug}/${resource.slug}.ts`, content };
  return { type: names.resource, file };
}

/** `method, type Call`: what the runtime gives as a type begins with a capital. */
function runtimeImports(names: ReadonlySet<string>): Ts {
  const sorted = [...names].sort((a, b) => byCodeUnit(a.toLowerCase(), b.toLowerCase())) as Ts[];
  return join(
    sorted.map((name) => (/^[A-Z]/.test(name) ? ts`type ${name}` : name)),
    ', ',
  );
}

function methodView(
  { method, own }: NamedMethod,
  { place, owner, example }: { readonly place: MethodPlace; readonly owner: Ts; readonly example: Ts | null },
): MethodView {
  const { bound, areParamsOptional, arguments: given } = method;
  const { local, params } = own;
  const { clientName } = bound.method;
  return {
    doc: methodDoc(bound, place, { indent: '  ', example }),
    key: tsKey(clientName),
    params: ts`params${areParamsOptional ? ts`?` : ts``}: ${params ?? ts`NoParams`}, options?: RequestOptions`,
    result: callType(method, own),
    functionDoc: functionDoc(bound, owner),
    name: local,
    alias: local === clientName ? null : (clientName as Ts),
    arguments: given,
  };
}

/** What calling the method gives: `Call<User, GetUserResult>`. */
function callType({ data, item }: PrintedMethod, names: MethodNames): Ts {
  const given = join([names.data ?? textOf(data), names.result], ', ');
  return item === null ? ts`Call<${given}>` : ts`PagedCall<${names.item ?? textOf(item)}, ${given}>`;
}

/** The types of all methods; outcomes that an earlier method has are called by its name. */
function declareAll(methods: readonly NamedMethod[]): readonly Declaration[] {
  const known = new Map<Ts, Ts>();
  return methods.flatMap(({ method, own }) => {
    const result = printOutcomes(method.outcomes, { text: textOf(method.data), name: own.data });
    const text = textOf(result);
    const earlier = known.get(text);
    if (earlier === undefined) known.set(text, own.result);
    return declarationsOf(method, own, earlier === undefined ? result : primary(earlier));
  });
}

function declarationsOf(
  { bound, members, data, item }: PrintedMethod,
  names: MethodNames,
  result: TypeText,
): readonly Declaration[] {
  const { clientName } = bound.method;
  const doc = (what: string): Ts => jsdoc(jsdocText(`${what} \`${clientName}\`.`));
  const { params } = names;
  const isInterface = { isInterface: true, heritage: ts``, type: ts`` } as const;
  return [
    ...(params === null ? [] : [{ ...isInterface, doc: doc('The parameters of'), name: params, members }]),
    ...(names.item === null || item === null
      ? []
      : [alias(item, { doc: doc('An item of'), name: names.item })]),
    ...(names.data === null ? [] : [alias(data, { doc: doc('The answer of'), name: names.data })]),
    alias(result, { doc: doc('The outcomes of'), name: names.result }),
  ];
}
