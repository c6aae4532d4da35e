// A process of its own, to be measured: reads Okta's spec, serves it, and answers once.
import { createContractServer } from '@plumbline/contract-server';
import { oktaProvider } from './okta.ts';

const server = await createContractServer(oktaProvider());
const answer = await fetch(`${server.url}/api/v1/users`, { headers: { authorization: 'SSWS any' } });
await answer.text();
await server.close();
if (answer.status !== 200) throw new Error(`The first answer is ${answer.status}.`);
