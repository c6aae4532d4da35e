import { factoryOf, type Names } from './consumers.ts';
import type { Application } from './generate-clients.ts';
import { plainReads, type Read } from './reads.ts';
import type { Subject } from './subjects.ts';

/** A program that makes one call with a client, for a bundle or to be run. */
export interface CallCode {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly platform?: 'node';
}

/** One call with each client, all that its authors put into it included. */
export function oneCall(subject: Subject, application: Application, names: Names): readonly CallCode[] {
  const read = readOf(application, subject.operation);
  const { method, values } = read;
  const options = JSON.stringify({ path: values });
  const core = factoryOf(subject, 'Core');
  return [
    {
      id: 'plumbline',
      title: 'Plumbline, every page',
      code: `import { ${core} } from '${subject.id}-client/core';
import { ${method.name} } from '${subject.id}-client/${method.module}';
const core = ${core}(${JSON.stringify(authOf(subject))});
for await (const item of ${method.name}(core, ${JSON.stringify(values)})) console.log(item);`,
    },
    {
      id: 'openapi-fetch',
      title: 'openapi-fetch',
      code: `import createClient from 'openapi-fetch';
const client = createClient({ baseUrl: 'https://api.example.com' });
console.log(await client.GET('${read.path}', { params: ${options} }));`,
    },
    {
      id: 'hey-api',
      title: 'hey-api',
      code: `import { ${names.heyApi(read.operation)} as call } from './hey-api/sdk.gen.ts';
console.log(await call(${options}));`,
    },
    {
      id: 'redocly',
      title: 'Redocly `generate-client`',
      code: `import { client } from './redocly/client.ts';
console.log(await client.${names.redocly(read.operation)}(${options}));`,
    },
  ];
}

/** All methods of each client. */
export function wholeClients(subject: Subject, sdk: string): readonly CallCode[] {
  const factory = factoryOf(subject, 'Client');
  const clients: readonly CallCode[] = [
    {
      id: 'plumbline',
      title: 'Plumbline',
      code: `import { ${factory} } from '${subject.id}-client';\nconsole.log(${factory}());`,
    },
    {
      id: 'hey-api',
      title: 'hey-api',
      code: "import * as sdk from './hey-api/sdk.gen.ts';\nconsole.log(sdk);",
    },
    {
      id: 'redocly',
      title: 'Redocly `generate-client`',
      code: "import { client } from './redocly/client.ts';\nconsole.log(client);",
    },
  ];
  const official = `import { Client } from ${JSON.stringify(sdk)};\nconsole.log(new Client({}));`;
  return subject.id === 'okta'
    ? [...clients, { id: 'official', title: 'the official SDK', code: official, platform: 'node' }]
    : clients;
}

/** Modules whose default export makes, of a server's address, a function that reads one thing from it. */
export function readers(subject: Subject, application: Application, names: Names): readonly CallCode[] {
  const { path, values, method, operation } = readOf(application, READS[subject.id]);
  const options = JSON.stringify({ path: values });
  const headers = subject.id === 'okta' ? { Authorization: 'SSWS secret' } : {};
  const url = path.replace(/\{([^{}]+)\}/g, (_, name: string) => String(values[name]));
  const core = factoryOf(subject, 'Core');
  return [
    {
      id: 'raw',
      title: 'fetch alone',
      code: `export default (origin) => async () => (await fetch(origin + '${url}', { headers: ${JSON.stringify(headers)} })).json();`,
    },
    {
      id: 'openapi-fetch',
      title: 'openapi-fetch',
      code: `import createClient from 'openapi-fetch';
export default (baseUrl) => {
  const client = createClient({ baseUrl, headers: ${JSON.stringify(headers)} });
  return async () => (await client.GET('${path}', { params: ${options} })).data;
};`,
    },
    {
      id: 'hey-api',
      title: 'hey-api',
      code: `import { client } from './hey-api/client.gen.ts';
import { ${names.heyApi(operation)} as call } from './hey-api/sdk.gen.ts';
export default (baseUrl) => {
  client.setConfig({ baseUrl, auth: 'SSWS secret' });
  return async () => (await call(${options})).data;
};`,
    },
    {
      id: 'redocly',
      title: 'Redocly `generate-client`',
      code: `import { client } from './redocly/client.ts';
export default (serverUrl) => {
  client.configure({ serverUrl, headers: ${JSON.stringify(headers)} });
  return () => client.${names.redocly(operation)}(${options});
};`,
    },
    {
      id: 'plumbline',
      title: 'Plumbline',
      code: `import { ${core} } from '${subject.id}-client/core';
import { ${method.name} as call } from '${subject.id}-client/${method.module}';
export default (baseUrl) => {
  const core = ${core}({ ...${JSON.stringify(authOf(subject))}, baseUrl });
  return () => call(core, ${JSON.stringify(values)});
};`,
    },
  ];
}

/** What the runs of clients read: an answer without pages. */
const READS = { okta: 'GET /api/v1/users/{id}', github: 'GET /repos/{owner}/{repo}' } as const;

function readOf({ model }: Application, operation: string): Read {
  const read = plainReads(model).find((one) => one.operation === operation);
  if (read === undefined) throw new Error(`No client can be compared by ${operation}.`);
  return read;
}

/** GitHub's spec has no security schemes. */
function authOf({ id }: Subject): object {
  return id === 'okta' ? { auth: { apiToken: 'secret' } } : {};
}
