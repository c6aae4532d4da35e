import type { DescribeStatement, RegistryStatement, ShowStatement } from '../tree/statement.ts';
import { printExpression } from './expression.ts';
import type { Layout } from './layout.ts';
import { printConditions, printResource } from './query.ts';
import { printName } from './quote.ts';

export function printShow({ extended, what, scope, like, where }: ShowStatement, layout: Layout): string {
  const words = ['SHOW', ...(extended ? ['EXTENDED'] : []), what];
  if (scope !== null) words.push(`${what === 'INSERT INTO' ? '' : 'IN '}${printResource(scope)}`);
  if (like !== null) words.push(`LIKE ${printExpression(like, layout)}`);
  const conditions =
    where.length === 0 ? '' : `\n${printConditions('WHERE ', where, layout, ' -- required')}\n`;
  return `${words.join(' ')}${conditions};`;
}

export function printDescribe({ method, extended, resource }: DescribeStatement): string {
  return `DESCRIBE ${method ? 'METHOD ' : ''}${extended ? 'EXTENDED ' : ''}${printResource(resource)};`;
}

export function printRegistry({ action, provider, version }: RegistryStatement): string {
  const words = ['REGISTRY', action];
  if (provider !== null) words.push(printName(provider.name));
  if (version !== null) words.push(/^[A-Za-z]\w*(?:\.\w+)*$/.test(version) ? version : printName(version));
  return `${words.join(' ')};`;
}
