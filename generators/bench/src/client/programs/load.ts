// Run as `load.ts MODULE ORIGIN`: prints how many calls a second come back, 50 in flight.
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const IN_FLIGHT = 50;
const CALLS = 6000;

const { default: reader } = await import(pathToFileURL(process.argv[2] ?? '').href);
const call: () => Promise<unknown> = reader(process.argv[3]);

await run(CALLS / 3);
const started = performance.now();
await run(CALLS);
process.stdout.write(String(CALLS / ((performance.now() - started) / 1000)));
process.exit(0);

async function run(calls: number): Promise<void> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}
