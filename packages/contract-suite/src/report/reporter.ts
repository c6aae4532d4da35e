import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openContract, readProvider } from '@plumbline/contract-server';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { coverageOf } from './coverage.ts';
import type { RanTest } from './facts.ts';
import { summaryOf } from './summary.ts';

export interface ReporterOptions {
  /** The emitted file, relative to the working directory. Default `src/generated/provider.json`. */
  readonly provider?: string;
  /** Where `coverage.json` and `summary.md` are written. Default `report`. */
  readonly folder?: string;
}

/**
 * A reporter of vitest: what the suites cover of the provider's document, as JSON and as Markdown. In GitHub Actions the
 * Markdown is added to the summary of the job as well.
 */
export default class ContractReporter implements Reporter {
  readonly #options: ReporterOptions;

  constructor(options: ReporterOptions = {}) {
    this.#options = options;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const { provider = 'src/generated/provider.json', folder = 'report' } = this.#options;
    const contract = openContract(readProvider(readFileSync(provider, 'utf8')));
    const tests = modules.flatMap((module) => [
      ...module.errors().map((error) => failedModule(module, error.message)),
      ...[...module.children.allTests()].map(ranTest),
    ]);
    const report = coverageOf(contract, tests);
    const summary = summaryOf(report);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'coverage.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(path.join(folder, 'summary.md'), summary);
    const { GITHUB_STEP_SUMMARY: job } = process.env;
    if (job !== undefined && job !== '') writeFileSync(job, summary, { flag: 'a' });
  }
}

/** A file that could not be run at all. */
function failedModule({ relativeModuleId }: TestModule, message: string): RanTest {
  return { name: relativeModuleId, state: 'failed', message: firstLine(message), meta: undefined };
}

function ranTest(test: TestCase): RanTest {
  const { state, errors } = test.result();
  const message = errors?.[0]?.message;
  return {
    name: test.fullName,
    state: state === 'pending' ? 'skipped' : state,
    message: message === undefined ? null : firstLine(message),
    meta: test.meta().contract,
  };
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? '';
}
