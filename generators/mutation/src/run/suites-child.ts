// Runs suites of a workspace to the first failure, and prints what failed: a line of JSON after `MARK`.
import path from 'node:path';
import process from 'node:process';
import { startVitest, type TestModule } from 'vitest/node';
import { MARK, type SuiteOutcome, type SuitesOrder } from './suite-outcome.ts';

const { folder, near } = JSON.parse(process.argv[2] ?? '{}') as SuitesOrder;
const root = path.join(folder, 'contract-tests');

const vitest = await startVitest([], {
  root,
  config: false,
  watch: false,
  isolate: false,
  pool: 'threads',
  maxWorkers: 1,
  bail: 1,
  testTimeout: 20_000,
  reporters: [{}],
  include: near === null ? ['src/**/*.test.ts'] : near.files.map((file) => file.slice(1)),
  ...(near !== null && { testNamePattern: `^(?:${near.names.map(literal).join('|')}) > ` }),
});
const outcome = outcomeOf(vitest.state.getTestModules(), vitest.state.getUnhandledErrors());
process.stdout.write(`\n${MARK}${JSON.stringify(outcome)}\n`);
process.exit(0);

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function outcomeOf(modules: readonly TestModule[], unhandled: readonly unknown[]): SuiteOutcome {
  let passed = 0;
  for (const module of modules) {
    for (const { message } of module.errors()) return { passed, failed: module.relativeModuleId, message };
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed')
        return {
          passed,
          failed: `${module.relativeModuleId} > ${test.fullName}`,
          message: errors[0]?.message ?? '',
        };
    }
  }
  const [error] = unhandled;
  if (error !== undefined)
    return { passed, failed: 'outside of every test', message: String((error as Error).message) };
  return { passed, failed: null, message: '' };
}
