import type { Query } from '../tree/query.ts';
import { NOWHERE } from './value.ts';

/** A query with no clause at all. */
export const EMPTY_QUERY: Query = {
  kind: 'query',
  with: [],
  recursive: false,
  distinct: false,
  columns: [],
  from: [],
  where: [],
  groupBy: [],
  having: [],
  windows: [],
  compound: [],
  orderBy: [],
  limit: null,
  offset: null,
  ...NOWHERE,
};
