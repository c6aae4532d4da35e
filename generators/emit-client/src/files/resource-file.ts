import { byCodeUnit, type EmittedFile, type Resource, type Service } from '@plumbline/model';
import { type Encoded, join, jsdoc, jsdocText, ts, tsKey, tsString } from '@plumbline/render';
import type { BoundResource } from '../methods/bound-resource.ts';
import { functionDoc, type MethodPlace, methodDoc } from '../methods/method-doc.ts';
import type { ContextOf } from '../methods/method-types.ts';
import { type PrintedMethod, type PrintOptions, printMethod } from '../methods/printed-method.ts';
import { alias, type Declaration } from '../types/declaration.ts';
import { textOf } from '../types/type-text.ts';
import { type MethodView, render } from './render.ts';
import { type MethodNames, nameResource } from './resource-names.ts';
import { collectTypeUses } from './type-uses.ts';
import { typesPath } from './types-file.ts';

type Ts = Encoded<'ts'>;

export type ResourceOptions = Pick<PrintOptions, 'plan' | 'security' | 'server'> & Pick<MethodPlace, 'model'>;

export interface ResourceModule {
  readonly service: Service;
  readonly resource: Resource;
  /** The interface of the resource as a member of the client. */
  readonly type: Ts;
  readonly file: EmittedFile;
}

/** The module of a resource: its methods, their parameters, and its interface. */
export function resourceModule(
  { service, resource, methods: bound }: BoundResource,
  { model, plan, security, server }: ResourceOptions,
): ResourceModule {
  const uses = collectTypeUses();
  const runtime = new Set(['Call', 'ClientCore', 'method', 'RequestOptions']);
  const onRuntime = (name: string): void => void runtime.add(name);
  const contextOf: ContextOf = (side, indent) => ({ plan, side, indent, declares: null, onUse: uses.onUse });
  const methods = bound.map((method) =>
    printMethod(method, { plan, security, server, contextOf, onRuntime }),
  );
  const names = nameResource(resource, methods, [...uses.own(), ...uses.shared(), ...runtime]);
  const named = methods.flatMap((method, i) => {
    const own = names.methods[i];
    return own === undefined ? [] : [{ method, own }];
  });
  const content = render('resource', {
    runtime: runtimeImports(runtime),
    imports: [
      { names: join(uses.own(), ', '), from: tsString(`../${typesPath(service.slug)}`) },
      { names: join(uses.shared(), ', '), from: tsString(`../${typesPath(null)}`) },
    ].filter(({ names: list }) => list.length > 0),
    doc: jsdoc(jsdocText(resource.summary.trim() || `The methods of \`${resource.id}\`.`)),
    name: names.resource,
    methods: named.map(({ method, own }) =>
      methodView(method, own, { place: { model, service, resource }, owner: names.resource }),
    ),
    declarations: named.flatMap(({ method, own }) => declarationsOf(method, own)),
  });
  const file = { path: `${service.slug}/${resource.slug}.ts`, content };
  return { service, resource, type: names.resource, file };
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
  { bound, areParamsOptional, data, arguments: given }: PrintedMethod,
  { local, params, data: dataName }: MethodNames,
  { place, owner }: { readonly place: MethodPlace; readonly owner: Ts },
): MethodView {
  const { clientName } = bound.method;
  return {
    doc: methodDoc(bound, place, '  '),
    key: tsKey(clientName),
    params: ts`params${areParamsOptional ? ts`?` : ts``}: ${params ?? ts`NoParams`}, options?: RequestOptions`,
    result: ts`Call<${dataName ?? textOf(data)}>`,
    functionDoc: functionDoc(bound, owner),
    name: local,
    alias: local === clientName ? null : (clientName as Ts),
    arguments: given,
  };
}

function declarationsOf(
  { bound, members, data }: PrintedMethod,
  { params, data: dataName }: MethodNames,
): readonly Declaration[] {
  const { clientName } = bound.method;
  const doc = (what: string): Ts => jsdoc(jsdocText(`${what} \`${clientName}\`.`));
  return [
    ...(params === null
      ? []
      : [
          {
            doc: doc('The parameters of'),
            name: params,
            isInterface: true,
            heritage: ts``,
            members,
            type: ts``,
          },
        ]),
    ...(dataName === null ? [] : [alias(data, { doc: doc('The answer of'), name: dataName })]),
  ];
}
