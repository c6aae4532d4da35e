/** The name that page generators make of an operationId: `listUserGrants` → `list_user_grants`; acronyms stay whole. */
export function methodName(operationId: string): string {
  return operationId
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}$]+/gu, '_')
    .toLowerCase();
}

/**
 * The names under which pages may know an operation: of the whole operationId, and of its last part where it is
 * a path of its own (`gists/get-comment`, `compute.instances.list`).
 */
export function methodNames(operationId: string): readonly string[] {
  const whole = methodName(operationId);
  const last = operationId.split(/[/.]/).at(-1) ?? '';
  return last === operationId || last === '' ? [whole] : [whole, methodName(last)];
}

/** A method's name without the underscore by which older pages mark its twin that returns the answer unwrapped. */
export function plainName(name: string): string {
  return name.replace(/^_+(?=.)/, '');
}
