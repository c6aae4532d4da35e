import path from 'node:path';
import { root } from './published.ts';

/** A program of somebody who installed the client: whole, and by single methods. */
export const PROGRAM: string = `import { ApiError, createOktaClient } from '@plumbline/okta-client';
import { createOktaCore } from '@plumbline/okta-client/core';
import { getUser } from '@plumbline/okta-client/users/users';
import type { UserGetSingleton } from '@plumbline/okta-client/users.types';

export async function program(baseUrl: string): Promise<{ users: (string | undefined)[]; status: number }> {
  const options = { baseUrl, auth: { apiToken: 'token' } };
  const okta = createOktaClient(options);
  const first: UserGetSingleton = await okta.users.users.getUser({ id: 'u1' });
  const second = await getUser(createOktaCore(options), { id: 'u1' });
  try {
    await okta.users.users.getUser({ id: 'u2' });
  } catch (error) {
    if (error instanceof ApiError) return { users: [first.id, second.id], status: error.status };
    throw error;
  }
  throw new Error('u2 is nobody');
}
`;

const SERVE = `const requests = [];
const server = createServer((request, response) => {
  requests.push([request.method, request.url, request.headers.authorization].join(' '));
  const found = request.url.endsWith('/u1');
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(found ? { id: 'u1' } : { errorSummary: 'Not found' }));
});
server.listen(0, '127.0.0.1', async () => {
  const answer = await program('http://127.0.0.1:' + server.address().port);
  console.log(JSON.stringify({ ...answer, requests }));
  server.closeAllConnections();
  server.close();
});
`;

/** Runs the compiled program against a server on the loopback interface, and prints what came of it. */
export const ESM_STARTER: string = `import { createServer } from 'node:http';
import { program } from './program.js';
${SERVE}`;

/** The same from CommonJS: \`require\` of modules. */
export const CJS_STARTER: string = `const { createServer } = require('node:http');
const { createOktaClient } = require('@plumbline/okta-client');
const { getUser } = require('@plumbline/okta-client/users/users');
const { program } = require('./program.js');
if (typeof createOktaClient !== 'function' || typeof getUser !== 'function') throw new Error('Nothing is exported.');
${SERVE}`;

/** Asks the client by SQL, with an answer of its own in place of the network. */
export const QUERY: string = `import { createOktaClient } from '@plumbline/okta-client';
import { catalogue } from '@plumbline/okta-client/catalogue';
import { sqlFor } from '@plumbline/sql-engine';

const fetch = async () => Response.json([{ id: 'u1', profile: { login: 'ada' } }]);
const okta = createOktaClient({ baseUrl: 'https://okta.example', auth: { apiToken: 'token' }, fetch });
const sql = sqlFor(okta, catalogue);
const rows = [];
for await (const row of sql\`
  SELECT a.id, upper(json_extract(b.profile, '$.login')) AS name
  FROM okta.users.users a JOIN okta.users.users b ON a.id = b.id\`) rows.push(row);
console.log(JSON.stringify(rows));
`;

export const CONFIG: string = `import { defineConfig } from '@plumbline/cli';

export default defineConfig({ provider: 'pets', spec: ['./openapi.yaml'], docs: { dir: './docs' } });
`;

/** The compilers that consumers have. */
export const COMPILERS: { readonly [name: string]: readonly string[] } = {
  'TypeScript 5.9': compiler('generators/emit-client'),
  'TypeScript 7': compiler('generators/packaging'),
};

function compiler(folder: string): readonly string[] {
  return [process.execPath, path.join(root, folder, 'node_modules/typescript/bin/tsc')];
}

/** Options of a consumer who lets nothing pass; declarations of packages are checked too. */
export const STRICT: readonly string[] = [
  ...['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'],
  ...['--target', 'es2023', '--lib', 'es2024,dom,dom.iterable'],
];
