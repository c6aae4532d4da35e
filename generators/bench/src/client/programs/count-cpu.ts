// Run as `count-cpu.ts MODULE`: prints what a call costs, in microseconds of CPU time, for each of many rounds; `fetch`
// answers at once.
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ANSWER, ANSWER_HEADERS } from './answer.ts';

const ROUNDS = 40;
const CALLS = 1000;

globalThis.fetch = async () => new Response(ANSWER, { headers: ANSWER_HEADERS });
const { default: reader } = await import(pathToFileURL(process.argv[2] ?? '').href);
const call: () => Promise<unknown> = reader('http://127.0.0.1');

await round();
await round();
const costs: number[] = [];
for (let n = 0; n < ROUNDS; n += 1) {
  const before = process.cpuUsage();
  await round();
  const { user, system } = process.cpuUsage(before);
  costs.push((user + system) / CALLS);
}
process.stdout.write(JSON.stringify(costs));

async function round(): Promise<void> {
  for (let n = 0; n < CALLS; n += 1) await call();
}
