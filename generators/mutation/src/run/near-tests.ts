import type { ProviderModel } from '@plumbline/model';

/** Tests of a few methods. */
export interface NearTests {
  /** The test files, by the end of their path. */
  readonly files: readonly string[];
  /** What the full names of the tests start with: resource and method, as vitest joins them. */
  readonly names: readonly string[];
}

/** More would cost more than they spare. */
const FEW = 4;

/**
 * The tests that a fault of these operations shows in first, if in any: those of a few methods that call them, one for
 * each HTTP method before another. Without operations, of any.
 */
export function nearTests({ services }: ProviderModel, operations: readonly string[]): NearTests {
  const wanted = new Set(operations);
  const methods = services.flatMap(({ slug, resources }) =>
    resources.flatMap((resource) =>
      resource.methods.flatMap(({ name, operation }) => {
        if (operation === null || (wanted.size > 0 && !wanted.has(operation))) return [];
        const [verb = ''] = operation.split(' ');
        return {
          verb,
          file: `/src/generated/${slug}/${resource.slug}.test.ts`,
          name: `${resource.id} > ${name}`,
        };
      }),
    ),
  );
  const turns = methods.map((method, i) => ({
    ...method,
    turn: methods.slice(0, i).filter(({ verb }) => verb === method.verb).length,
  }));
  const chosen = turns.toSorted((a, b) => a.turn - b.turn).slice(0, FEW);
  return { files: [...new Set(chosen.map(({ file }) => file))], names: chosen.map(({ name }) => name) };
}
