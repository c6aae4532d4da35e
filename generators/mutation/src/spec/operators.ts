import type { Fault } from '../fault.ts';
import { COMPONENT_OPERATORS } from './component-operators.ts';
import { FIELD_OPERATORS } from './field-operators.ts';
import { OPERATION_OPERATORS } from './operation-operators.ts';
import { PARAMETER_OPERATORS } from './parameter-operators.ts';
import { SECURITY_OPERATORS } from './security-operators.ts';
import { type SpecDocument, specFault } from './spec-fault.ts';
import { VALUE_OPERATORS } from './value-operators.ts';

const OPERATORS = [
  ...PARAMETER_OPERATORS,
  ...FIELD_OPERATORS,
  ...OPERATION_OPERATORS,
  ...VALUE_OPERATORS,
  ...SECURITY_OPERATORS,
  ...COMPONENT_OPERATORS,
];

/** Every fault that can be put into a document of a spec. */
export function specFaults(document: SpecDocument): readonly Fault[] {
  return OPERATORS.flatMap((operator) => operator(document)).map((site) => specFault(document, site));
}
