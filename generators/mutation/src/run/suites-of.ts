import type { Generated } from './provider-run.ts';

/** The test files of the resources that have these operations, by their path in the package. */
export function suitesOf({ model }: Generated, operations: readonly string[]): readonly string[] {
  const wanted = new Set(operations);
  return model.services.flatMap(({ slug, resources }) =>
    resources
      .filter(({ methods }) => methods.some(({ operation }) => operation !== null && wanted.has(operation)))
      .map((resource) => `/src/generated/${slug}/${resource.slug}.test.ts`),
  );
}
