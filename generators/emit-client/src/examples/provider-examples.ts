import type { JsonValue, Method, Operation, Param, ProviderModel, Resource, Service } from '@plumbline/model';
import { type Encoded, join, ts, tsKey, tsString } from '@plumbline/render';
import { clientNames } from '../files/client-names.ts';
import { type BoundMethod, boundMethods } from '../methods/bound-method.ts';
import { planSecurity } from '../methods/security.ts';
import { planServer, type ServerPlan } from '../methods/servers.ts';
import { planSchemas, type SchemaPlan } from '../types/type-plan.ts';
import { type ExampleCall, exampleCall, paramExample } from './example-call.ts';
import { clientVariable, printCall } from './method-example.ts';

export type { BoundMethod, BoundParam } from '../methods/bound-method.ts';
export type { ExampleBody, ExampleCall, ExamplePart } from './example-call.ts';
export { clientVariable } from './method-example.ts';

/** An example of a call of a method: its values, and the code that calls the client with them. */
export interface MethodExample {
  readonly bound: BoundMethod;
  readonly call: ExampleCall;
  /** The server's address, its variables replaced by their defaults. */
  readonly server: string;
  /** Type-checks where the client's variable is the client. */
  readonly code: Encoded<'ts'>;
}

/**
 * The examples of one provider: what the client's documentation shows, for whoever shows the same elsewhere. Those of a
 * resource are made once.
 */
export interface ProviderExamples {
  readonly ofSchemas: SchemaPlan;
  /** The methods of a resource that can be called. */
  readonly boundOf: (resource: Resource) => readonly BoundMethod[];
  /** A method that is bound to no operation, or that no values can be found for, has none. */
  readonly ofResource: (service: Service, resource: Resource) => ReadonlyMap<Method, MethodExample>;
  /** Makes the client that the examples call. */
  readonly setup: Encoded<'ts'>;
  /** A value of a parameter; undefined where there is none. */
  readonly ofParam: (param: Param) => JsonValue | undefined;
}

export function providerExamples(model: ProviderModel): ProviderExamples {
  const ofSchemas = planSchemas(model.schemas, model.linkBase);
  const servers = planServer(model);
  const bound = new WeakMap<Resource, readonly BoundMethod[]>();
  const boundOf = (resource: Resource): readonly BoundMethod[] => {
    const known = bound.get(resource) ?? boundMethods(resource, model);
    bound.set(resource, known);
    return known;
  };
  const examples = new WeakMap<Resource, ReadonlyMap<Method, MethodExample>>();
  const examplesOf = (service: Service, resource: Resource) =>
    new Map(
      boundOf(resource).flatMap((bound) => {
        const call = exampleCall(bound, ofSchemas);
        if (call === null) return [];
        const code = printCall(bound, call, { model, service, resource });
        const server = addressOf(bound.operation, servers);
        return [[bound.method, { bound, call, server, code }] as const];
      }),
    );
  return {
    ofSchemas,
    boundOf,
    ofResource: (service, resource) => {
      const known = examples.get(resource) ?? examplesOf(service, resource);
      examples.set(resource, known);
      return known;
    },
    setup: clientSetup(model, servers),
    ofParam: (param) => paramExample(param, ofSchemas),
  };
}

/** Without a slash at its end. What has no default is named. */
function addressOf(operation: Operation, { serverOf, url, variables }: ServerPlan): string {
  const values = new Map(variables.map(({ name, default: value }) => [name, value]));
  const address = (serverOf(operation) ?? url).replace(
    /\{([^{}]*)\}/g,
    (_all, name: string) => values.get(name) ?? (name || 'server'),
  );
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://api.example.com${address}`;
  return absolute.replace(/\/$/, '');
}

/** What the environment gives is not asked for; a variable of the server that is each caller's own is. */
function clientSetup(model: ProviderModel, { variables }: ServerPlan): Encoded<'ts'> {
  const { factory } = clientNames(model);
  const [scheme] = planSecurity(model).schemes;
  const isKnown = scheme === undefined || scheme.env !== null;
  const secret = scheme?.by === 'basic' ? ts`{ username: '…', password: '…' }` : ts`'…'`;
  const asked = variables.filter(({ isOwn, env }) => isOwn && env === null);
  const options = [
    ...asked.map(({ key, default: value }) => ts`${tsKey(key)}: ${tsString(value ?? key)}`),
    ...(isKnown ? [] : [ts`auth: { ${tsKey(scheme.key)}: ${secret} }`]),
  ];
  return join(
    [
      ts`import { ${factory} } from ${tsString(model.settings.package)};`,
      ts``,
      ts`const ${clientVariable(model.provider)} = ${factory}(${options.length === 0 ? ts`` : ts`{ ${join(options, ', ')} }`});`,
    ],
    '\n',
  );
}
