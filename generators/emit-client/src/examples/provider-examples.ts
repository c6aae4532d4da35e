import type { JsonValue, Method, Param, ProviderModel, Resource, Service } from '@plumbline/model';
import type { Encoded } from '@plumbline/render';
import { type BoundMethod, boundMethods } from '../methods/bound-method.ts';
import { findCircles } from '../types/circles.ts';
import { findPolymorphism } from '../types/polymorphism.ts';
import { type ExampleCall, exampleCall, paramExample } from './example-call.ts';
import type { ExamplePlan } from './example-value.ts';
import { printCall } from './method-example.ts';

export type { BoundMethod, BoundParam } from '../methods/bound-method.ts';
export type { ExampleBody, ExampleCall, ExamplePart } from './example-call.ts';
export { clientVariable } from './method-example.ts';

/** An example of a call of a method: its values, and the code that calls the client with them. */
export interface MethodExample {
  readonly bound: BoundMethod;
  readonly call: ExampleCall;
  /** Type-checks where the client's variable is the client. */
  readonly code: Encoded<'ts'>;
}

/** The examples of one provider: what the client's documentation shows, for whoever shows the same elsewhere. */
export interface ProviderExamples {
  /** By method name. A method that is bound to no operation, or that no values can be found for, has none. */
  readonly ofResource: (service: Service, resource: Resource) => ReadonlyMap<Method['name'], MethodExample>;
  /** A value of a parameter; undefined where there is none. */
  readonly ofParam: (param: Param) => JsonValue | undefined;
}

export function providerExamples(model: ProviderModel): ProviderExamples {
  const polymorphism = findPolymorphism(model.schemas);
  const circles = findCircles(model.schemas, polymorphism);
  const plan: ExamplePlan = { schemas: model.schemas, polymorphism, circles };
  return {
    ofResource: (service, resource) =>
      new Map(
        boundMethods(resource, model).flatMap((bound) => {
          const call = exampleCall(bound, plan);
          if (call === null) return [];
          const code = printCall(bound, call, { model, service, resource });
          return [[bound.method.name, { bound, call, code }] as const];
        }),
      ),
    ofParam: (param) => paramExample(param, plan),
  };
}
