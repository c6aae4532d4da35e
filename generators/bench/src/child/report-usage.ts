// Loaded into every Node.js process of a measured command: each leaves what it used in a file of its own. Without types.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.BENCH_USAGE_FOLDER;
if (isMainThread && folder !== undefined) {
  process.on('exit', () => {
    writeFileSync(join(folder, String(process.pid)), JSON.stringify(process.resourceUsage()));
  });
}
