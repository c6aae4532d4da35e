// Makes the types of whole documents in a thread of its own. What it prints with loads while the spec is being read.
import { registerHooks } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { loadPrinter } from '@plumbline/emit-client/document-types';
import type { JsonObject } from '@plumbline/model';

// TypeScript's package does not say that it is CommonJS: Node.js would compile its nine megabytes once more to find out.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('/typescript/lib/typescript.js') ? { ...context, format: 'commonjs' } : context),
});
const printer = loadPrinter().finally(() => hooks.deregister());

parentPort?.on('message', async (document: JsonObject) => {
  const print = await printer;
  parentPort?.postMessage(print(document));
});
