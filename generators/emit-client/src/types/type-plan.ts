import { byCodeUnit, findPolymorphism, type Polymorphism, type Schemas } from '@plumbline/model';
import { groupBy } from '../group-by.ts';
import type { BoundResource } from '../methods/bound-resource.ts';
import { findCircles } from './circles.ts';
import { referencesIn } from './references.ts';
import type { Side } from './side.ts';
import { nameTypes, type TypeNames } from './type-names.ts';
import { splitSides, type TypeUse, typesUsedBy } from './type-usage.ts';

/** The type of a component, on both sides where they do not differ, else on one. */
export interface TypeVariant extends TypeUse, TypeNames {
  /** The slug of the service that alone uses it; null: several do. */
  readonly service: string | null;
}

/** How the components of a document hang together, whoever uses them. */
export interface SchemaPlan {
  readonly schemas: Schemas;
  readonly polymorphism: Polymorphism;
  readonly circles: ReadonlySet<string>;
  /** Where links of descriptions lead from that name no site. */
  readonly linkBase?: string | undefined;
}

/** Which types are declared, where, and under what names. */
export interface TypePlan extends SchemaPlan {
  /** By name in code unit order. */
  readonly variants: readonly TypeVariant[];
  /** Undefined for a component that does not exist or that no method uses. */
  readonly variantOf: (component: string, side: Side) => TypeVariant | undefined;
}

export function planSchemas(schemas: Schemas, linkBase?: string): SchemaPlan {
  const polymorphism = findPolymorphism(schemas);
  return { schemas, polymorphism, circles: findCircles(schemas, polymorphism), linkBase };
}

export function planTypes(resources: readonly BoundResource[], ofSchemas: SchemaPlan): TypePlan {
  const { schemas } = ofSchemas;
  const referencesOf = referencesIn(schemas);
  const sideOf = splitSides(schemas, referencesOf);
  const namesOf = nameTypes(schemas);
  const keyOf = ({ component, side }: TypeUse): string => `${side} ${component}`;
  const services = groupBy(resources, ({ service }) => service.slug);
  const variants = new Map<string, TypeVariant>();
  for (const [slug, own] of services) {
    const methods = own.flatMap((resource) => resource.methods);
    for (const use of typesUsedBy(methods, { schemas, sideOf, referencesOf })) {
      const service = variants.has(keyOf(use)) ? null : slug;
      variants.set(keyOf(use), { ...use, ...namesOf(use.component, use.side), service });
    }
  }
  return {
    ...ofSchemas,
    variants: [...variants.values()].sort((a, b) => byCodeUnit(a.name, b.name)),
    variantOf: (component, side) => variants.get(keyOf({ component, side: sideOf(component, side) })),
  };
}
