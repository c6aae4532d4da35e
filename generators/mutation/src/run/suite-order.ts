import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs the suites that are named first before the others. */
export function orderOf(first: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const rank = ({ moduleId }: TestSpecification) =>
        first.some((path) => moduleId.endsWith(path)) ? 0 : 1;
      return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
    }
  };
}
