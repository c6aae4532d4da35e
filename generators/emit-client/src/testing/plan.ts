import { dictionary, type Schema, type Schemas } from '@plumbline/model';
import type { BoundMethod } from '../methods/bound-method.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import { declare } from '../types/declaration.ts';
import { findInterfaces } from '../types/interface-fields.ts';
import { planSchemas, planTypes, type TypePlan } from '../types/type-plan.ts';

/** A schema as tests write it: without origins. */
export type PlainSchema = { readonly kind: Schema['kind']; readonly [member: string]: unknown };

export const ORIGIN = { file: 'spec.yaml', pointer: '' } as const;

/** The schema with an origin wherever one belongs. */
export function schema(plain: PlainSchema): Schema {
  return withOrigins(plain) as Schema;
}

function withOrigins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOrigins);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withOrigins(member)]));
  return 'kind' in value ? { ...copy, origin: ORIGIN } : copy;
}

export function schemasOf(plain: { readonly [name: string]: PlainSchema }): Schemas {
  return dictionary(Object.entries(plain).map(([name, value]) => [name, schema(value)]));
}

/** A property of a plain object schema. */
export function property(name: string, value: PlainSchema, required = false) {
  return { name, required, schema: value };
}

export const ref = (name: string, facts: object = {}): PlainSchema => ({ kind: 'ref', name, ...facts });
export const object = (properties: readonly unknown[], facts: object = {}): PlainSchema => ({
  kind: 'object',
  properties,
  ...facts,
});
export const string: PlainSchema = { kind: 'string' };

/** Which components a service sends and is answered with. */
export interface Traffic {
  readonly service?: string;
  readonly sent?: readonly string[];
  readonly answered?: readonly string[];
}

/** The plan of services that send and are answered with these components. */
export function planOf(schemas: Schemas, ...traffic: readonly Traffic[]): TypePlan {
  const resources = traffic.map(({ service = 'things', sent = [], answered = [] }) => ({
    service: { slug: service },
    methods: [
      {
        params: sent.map((name) => ({ param: { schema: schema(ref(name)) } })),
        body: null,
        answer: {
          successes: [{ bodies: answered.map((name) => ({ kind: 'json', schema: schema(ref(name)) })) }],
          failures: [],
        },
      } as unknown as BoundMethod,
    ],
  }));
  return planTypes(resources as unknown as readonly BoundResource[], planSchemas(schemas));
}

/** The declarations of a plan as TypeScript, by name. */
export function declarationsOf(plan: TypePlan): { readonly [name: string]: string } {
  const interfaceFields = findInterfaces(plan);
  const declarations = plan.variants.flatMap((variant) =>
    declare(variant, { plan, interfaceFields, onUse: () => undefined }),
  );
  return Object.fromEntries(
    declarations.map(({ doc, name, isInterface, heritage, members, type }) => {
      const body = members.map((member) => `${member.doc}  ${member.key}:${member.type};\n`).join('');
      return [name, isInterface ? `${doc}interface${heritage} {\n${body}}` : `${doc}type =${type}`];
    }),
  );
}
