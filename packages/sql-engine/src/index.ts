export type { Outcome } from './outcome.ts';
export { SqlError, type SqlErrorCode } from './refusal.ts';
export type { Row } from './rows-in-turn.ts';
export { isMutation } from './run-statement.ts';
export type { ClientSource, SessionOptions } from './session.ts';
export { type Answer, type RunOptions, type Sql, sqlFor } from './sql-for.ts';
export type { ResultColumn } from './store/store.ts';
