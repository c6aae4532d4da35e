import { type Resource, SQL_VERBS, type SqlVerb } from '@plumbline/model';

/** How many methods of a resource each verb reaches; verbs that reach none are left out. */
export function verbCounts({
  methods,
}: Pick<Resource, 'methods'>): readonly { readonly verb: SqlVerb; readonly count: number }[] {
  return SQL_VERBS.flatMap((verb) => {
    const count = methods.filter(({ sqlVerb }) => sqlVerb === verb).length;
    return count === 0 ? [] : [{ verb, count }];
  });
}
