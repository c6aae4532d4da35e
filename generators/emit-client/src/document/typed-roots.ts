/** The members of a document that types are declared for, in the order of their declarations. */
export const TYPED_ROOTS: readonly string[] = ['paths', 'webhooks', 'components', '$defs'];

/** Anything else would be printed as it is written. */
export function isTypedRoot(member: string | undefined): boolean {
  return member !== undefined && TYPED_ROOTS.includes(member);
}
