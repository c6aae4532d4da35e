import type { JsonValue } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import type { ClientSource } from './client-fault.ts';
import { methodFaults } from './method-operators.ts';
import { CORE_OPERATORS, RUNTIME_OPERATORS, textFaults } from './text-operators.ts';

/** Every fault that can be put into a source of a client of this document, or of what it runs on. */
export function clientFaults(source: ClientSource, document: JsonValue): readonly Fault[] {
  return [
    ...methodFaults(source),
    ...textFaults(source, [...CORE_OPERATORS, ...RUNTIME_OPERATORS], document),
  ];
}
