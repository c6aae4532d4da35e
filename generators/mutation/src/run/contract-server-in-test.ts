import { readFileSync } from 'node:fs';
import process from 'node:process';
import {
  type ContractServer,
  createContractServer as create,
  openContract,
  type Provider,
  readProvider,
  type ServerOptions,
} from '@plumbline/contract-server';
import { type AnswerFault, spoilAnswer } from '../server/answer-fault.ts';

// Stands in the place of `@plumbline/contract-server` while the suites of a mutant run.
export * from '@plumbline/contract-server';

/**
 * The server of the provider as it is, whatever the suites were generated from, with the fault that is asked for. What
 * the suites judge by is their own document.
 */
export async function createContractServer(
  provider: Provider,
  options: ServerOptions = {},
): Promise<ContractServer> {
  const { PLUMBLINE_MUTATION_PROVIDER: served, PLUMBLINE_MUTATION_FAULT: fault } = process.env;
  if (served === undefined) return create(provider, options);
  const spoiling = fault === undefined ? null : (JSON.parse(fault) as AnswerFault);
  const server = await create(readProvider(readFileSync(served, 'utf8')), {
    ...options,
    ...(spoiling !== null && { spoil: (operation, answer) => spoilAnswer(spoiling, operation, answer) }),
  });
  return { ...server, contract: openContract(provider) };
}
