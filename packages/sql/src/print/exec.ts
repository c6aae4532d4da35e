import type { Argument, ExecStatement, JsonArgument } from '../tree/statement.ts';
import { printExpression } from './expression.ts';
import { type Layout, printAfter, printBefore, printMark } from './layout.ts';
import { printResource } from './query.ts';
import { printNameInside } from './quote.ts';

/** Arguments one a line. The comma comes first, since a line comment would swallow it. */
export function printExec(statement: ExecStatement, layout: Layout): string {
  const { resource, method, arguments: list, json } = statement;
  const lines = [`EXEC ${printResource(resource)}.${printNameInside(method.name)}`];
  list.forEach((argument, i) => {
    lines.push(printArgument(argument, i < list.length - 1 ? ',' : '', layout));
  });
  if (json !== null) lines.push(printJson(json, layout));
  return [...lines, ';'].join('\n');
}

function printArgument(argument: Argument, comma: string, layout: Layout): string {
  const name = argument.column.parts.map((part) => printNameInside(part.name)).join('.');
  const text = `@${name}=${printExpression(argument.value, layout)}${comma}`;
  return `${printBefore(argument, layout)}${text}${printNotes(argument, layout)}`;
}

function printJson(json: JsonArgument, layout: Layout): string {
  const text = `@@json=\n${printExpression(json.value, layout)}`;
  return `${printBefore(json, layout)}${text}${printNotes(json, layout)}`;
}

function printNotes(item: Argument | JsonArgument, layout: Layout): string {
  return `${printAfter(item, layout)}${printMark(item, layout, ' --required')}`;
}
