import { member } from '@plumbline/contract-server';
import type { ContractSuite } from '../contract.ts';
import { differenceOf } from '../difference.ts';
import { shown } from '../failure.ts';

/** What is wrong about the error of an answer: its class, status, body, or what it tells of that; null: nothing. */
export function errorFault<Client>(
  reason: unknown,
  {
    status,
    body,
    suite: { errorClasses, provider },
  }: { readonly status: number; readonly body: unknown; readonly suite: ContractSuite<Client> },
): string | null {
  if (!(reason instanceof Error))
    return `the answer ${status} rejects with what is no error: ${shown(reason)}.`;
  const told = read(reason, 'status');
  if (told !== status)
    return `the answer ${status} rejects with the status ${shown(told)}: ${reason.name}: ${reason.message}`;
  for (const [key, errorClass] of Object.entries(errorClasses)) {
    const isOf = key === String(status) || key.toUpperCase() === `${String(status).charAt(0)}XX`;
    if (reason instanceof errorClass !== isOf)
      return `the error of ${status} is ${isOf ? 'not' : 'also'} one of the class of ${key}.`;
  }
  const difference = differenceOf(body, read(reason, 'body'));
  if (difference !== null)
    return `the body of ${status} at \`${difference.pointer}\` was ${shown(difference.wanted)}, and the error has ${shown(difference.found)}.`;
  for (const [name, key] of [
    ['code', provider.errors.code],
    ['id', provider.errors.id],
  ] as const) {
    const wanted = key === undefined ? undefined : member(body, key);
    if (typeof wanted === 'string' && read(reason, name) !== wanted)
      return `the error of ${status} has the ${name} ${shown(read(reason, name))}, and its body ${shown(wanted)}.`;
  }
  const message = provider.errors.message === undefined ? undefined : member(body, provider.errors.message);
  return typeof message === 'string' && !reason.message.includes(message)
    ? `the error of ${status} does not say ${shown(message)}: ${reason.message}`
    : null;
}

function read(error: Error, key: string): unknown {
  return (error as unknown as { readonly [key: string]: unknown })[key];
}
