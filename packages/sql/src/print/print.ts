import type { Expression } from '../tree/expression.ts';
import type { Query } from '../tree/query.ts';
import type { Statement } from '../tree/statement.ts';
import { printDelete, printInsert, printSelect, printSet } from './changes.ts';
import { printExec } from './exec.ts';
import { printExpression as printExpressionIn } from './expression.ts';
import { blockComment, type Layout, type PrintOptions, printComment } from './layout.ts';
import { printDescribe, printRegistry, printShow } from './meta.ts';
import { printQuery } from './query.ts';
import { printName, quoteIdentifier } from './quote.ts';

/**
 * Writes a statement in the layout of StackQL's pages: one item a line, marks as each verb has them, a semicolon.
 * It differs from theirs where theirs does not run: a comma stands before a `--required`, not within it, names that
 * are keywords or hold other characters are quoted, and no line ends in blanks. Whatever names, values and comments
 * hold, {@link parse} reads the same statement back.
 */
export function print(statement: Statement, options: PrintOptions = {}): string {
  const layout = layoutOf(options, '\n');
  const hints = statement.hints.map(({ text, place }) => ({ place, text: blockComment(text, '/*+') }));
  const above = hints.filter(({ place }) => place === 'before').map(({ text }) => text);
  const comments = layout.comments ? statement.comments.map((comment) => printComment(comment, layout)) : [];
  const inside = hints.filter(({ place }) => place === 'after').map(({ text }) => ` ${text}`);
  const text = printBody(statement, layout).replace(/^[A-Z]+/, (verb) => `${verb}${inside.join('')}`);
  return [...above, ...comments, text].join('\n');
}

/** Writes an expression on one line. */
export function printExpression(expression: Expression): string {
  return printExpressionIn(expression, layoutOf({}, ' '));
}

function layoutOf(
  { marks = true, comments = true, quoteNames = false }: PrintOptions,
  separator: Layout['separator'],
): Layout {
  const inline: Layout = {
    separator: ' ',
    marks,
    comments,
    name: quoteNames ? quoteIdentifier : printName,
    nested: (query: Query) => printQuery(query, inline),
  };
  return { ...inline, separator };
}

function printBody(statement: Statement, layout: Layout): string {
  switch (statement.kind) {
    case 'select':
      return printSelect(statement, layout);
    case 'insert':
      return printInsert(statement, layout);
    case 'update':
    case 'replace':
      return printSet(statement, layout);
    case 'delete':
      return printDelete(statement, layout);
    case 'exec':
      return printExec(statement, layout);
    case 'show':
      return printShow(statement, layout);
    case 'describe':
      return printDescribe(statement);
    case 'registry':
      return printRegistry(statement);
  }
}
