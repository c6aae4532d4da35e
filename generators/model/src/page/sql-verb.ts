/** The verbs by which StackQL reaches a method. */
export type SqlVerb = 'select' | 'insert' | 'update' | 'replace' | 'delete' | 'exec';
export const SQL_VERBS: readonly SqlVerb[] = ['select', 'insert', 'update', 'replace', 'delete', 'exec'];
