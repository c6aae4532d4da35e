import type { Subject } from '@plumbline/model';
import type { MethodPair } from '../pair/pair.ts';

/** Who a finding about a method is about. */
export function methodSubject({ resource, method, operation }: MethodPair): Subject {
  return {
    resource: resource.id,
    method: method.name.value,
    ...(operation === null ? {} : { operation: operation.key }),
  };
}
