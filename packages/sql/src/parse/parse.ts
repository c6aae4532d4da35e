import { templateEnds } from '../lex/template.ts';
import { tokenize } from '../lex/tokenize.ts';
import type { Problem } from '../problem.ts';
import type { Comment } from '../tree/node.ts';
import type { Statement } from '../tree/statement.ts';
import type { Body } from './body.ts';
import { Cursor, type Rules } from './cursor.ts';
import { parseDelete } from './delete.ts';
import { parseDescribe } from './describe.ts';
import { parseExec } from './exec.ts';
import { parseExpression } from './expression.ts';
import { parseInsert } from './insert.ts';
import { parseQuery } from './query.ts';
import { parseRegistry } from './registry.ts';
import { parseSelect } from './select.ts';
import { parseShow } from './show.ts';
import { parseUpdate } from './update.ts';

export interface ParseResult {
  /** Those that could be read, in order. */
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  /** Comments behind the last statement. */
  readonly comments: readonly Comment[];
}

const RULES: Rules = { expression: parseExpression, query: parseQuery };

/**
 * Reads statements of the StackQL dialect as resource pages write them. Never throws: a statement that cannot be
 * read is a problem, and reading goes on behind its semicolon. Offsets are UTF-16 units into `text`.
 */
export function parse(text: string): ParseResult {
  const templateEnd = templateEnds(text);
  const cursor = new Cursor(text, tokenize(text, templateEnd), templateEnd, RULES);
  const statements: Statement[] = [];
  while (cursor.peek().kind !== 'end') {
    if (cursor.acceptSymbol(';')) continue;
    const above = cursor.begin();
    const body = parseBody(cursor);
    const rest = cursor.finish();
    if (body !== null && rest !== null) {
      statements.push({ ...body, hints: rest.hints, comments: [...above, ...rest.comments] });
    }
  }
  return { statements, problems: cursor.problems, comments: cursor.commentsAhead() };
}

function parseBody(cursor: Cursor): Body | null {
  switch (cursor.peek().upper) {
    case 'SELECT':
    case 'WITH':
      return parseSelect(cursor);
    case 'INSERT':
      return parseInsert(cursor);
    case 'UPDATE':
      return parseUpdate(cursor, 'update');
    case 'REPLACE':
      return parseUpdate(cursor, 'replace');
    case 'DELETE':
      return parseDelete(cursor);
    case 'EXEC':
      return parseExec(cursor);
    case 'SHOW':
      return parseShow(cursor);
    case 'DESCRIBE':
    case 'DESC':
      return parseDescribe(cursor);
    case 'REGISTRY':
      return parseRegistry(cursor);
    default:
      cursor.refuse();
      return null;
  }
}
