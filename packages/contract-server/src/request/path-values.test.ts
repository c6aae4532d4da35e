import { expect, it } from 'vitest';
import { openContract } from '../contract.ts';
import { sampleProvider } from '../testing/sample-provider.ts';
import { checkRequest } from './check-request.ts';

it('reads the variable left over, where the document spells it and its parameter differently', async () => {
  const parameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
  const item = { parameters: [parameter('team-id'), parameter('user')], get: { responses: { 200: {} } } };
  const contract = openContract(sampleProvider({ '/teams/{team_id}/{user}': item }));
  const request = { method: 'GET', target: '/teams/a%2Fb/c', headers: new Map(), body: new Uint8Array() };
  const { params, problems } = await checkRequest(contract, request, { credentials: {} });
  expect([params.path, problems]).toEqual([{ 'team-id': 'a/b', user: 'c' }, []]);
});
