import type { Expression } from '@plumbline/sql';
import { hasQuery, namesOf } from '../plan/bindings.ts';
import { Refusal } from '../refusal.ts';
import { constantsOf } from '../select/constants.ts';
import type { RunContext } from '../select/context.ts';
import { stringOf, templateValue } from '../values.ts';

/** What an expression without columns comes to: a boolean stays one, and a template is what was given for it. */
export function expressionValue(expression: Expression, context: RunContext): unknown {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'string':
      return stringOf(expression, context.text, context.values);
    case 'template':
      return templateValue(expression, context.values);
    default: {
      const [name] = namesOf(expression);
      if (name !== undefined || hasQuery(expression)) {
        throw new Refusal('not-supported', {
          message: `A value cannot be made of ${name === undefined ? 'a query' : `\`${name.name}\``} here.`,
          hint: 'Text stands in single quotes. Values of rows are given by INSERT INTO … SELECT … FROM …, or UPDATE … SET.',
          at: name ?? expression,
        });
      }
      const [value] = constantsOf([expression], context);
      return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
    }
  }
}
