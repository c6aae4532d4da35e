import {
  answerValue,
  type Contract,
  type JsonValue as ContractJson,
  type Operation,
  openContract,
  type Provider,
} from '@plumbline/contract-server';
import { isObject, type JsonValue } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import type { AnswerFault } from './answer-fault.ts';

/** Every fault that the server of a provider can have in what it answers to the methods. */
export function serverFaults(provider: Provider): readonly Fault[] {
  const contract = openContract(provider);
  const called = new Set(provider.methods.flatMap(({ operation }) => operation ?? []));
  return [...called].flatMap((key) => {
    const operation = contract.operation(key);
    return operation === undefined ? [] : faultsOf(operation, contract);
  });
}

/** How deep members are looked for. */
const DEEP = 3;

function faultsOf(operation: Operation, contract: Contract): readonly Fault[] {
  return operation.responses.flatMap((response) => {
    const status = Number(response.status);
    if (!Number.isInteger(status)) return [];
    const at = { operation: operation.key, status };
    const to = status < 300 ? (status === 200 ? 202 : 200) : status === 404 ? 410 : 404;
    const answers = `${operation.key} answers ${status}`;
    const members = new Map(
      response.contents
        .filter(({ mediaType }) => mediaType.includes('json'))
        .flatMap((content) => {
          const made = answerValue(content, { dynamic: true, seed: 1 }, contract);
          return 'value' in made && made.value !== undefined ? membersOf(made.value) : [];
        })
        .map((names) => [names.join('.'), names] as const),
    );
    return [
      fault('answer-status-changed', `${operation.key} answers ${to} in place of ${status}`, {
        ...at,
        do: 'change-status',
        to,
      }),
      ...[...members].flatMap(([name, member]) => [
        fault('answer-field-missing', `${answers} without \`${name}\``, { ...at, do: 'leave-out', member }),
        fault('answer-field-retyped', `${answers} with \`${name}\` of another type`, {
          ...at,
          do: 'retype',
          member,
        }),
      ]),
    ];
  });
}

function membersOf(
  value: JsonValue | ContractJson,
  above: readonly string[] = [],
): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => membersOf(item, above));
  if (!isObject(value) || above.length >= DEEP) return [];
  return Object.entries(value).flatMap(([name, own]) => [
    [...above, name],
    ...membersOf(own, [...above, name]),
  ]);
}

function fault(operator: string, what: string, spoiling: AnswerFault): Fault {
  return {
    side: 'server',
    operator,
    what,
    at: null,
    operations: [spoiling.operation],
    equivalent: null,
    change: { in: 'server', fault: spoiling },
  };
}
