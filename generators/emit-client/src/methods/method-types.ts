import { type Param, resolveSchema, type Schema, type Schemas } from '@plumbline/model';
import { type Encoded, ts, tsKey } from '@plumbline/render';
import { factsDoc } from '../types/facts-doc.ts';
import { literalUnion } from '../types/literal.ts';
import { factsOf, type Member, printMembers, printType, type TypeContext } from '../types/print-type.ts';
import { isHidden } from '../types/side.ts';
import { arrayOf, primary, spaced, type TypeText, textOf, unionOf } from '../types/type-text.ts';
import { type BoundBody, type BoundMethod, isFile } from './bound-method.ts';

type Ts = Encoded<'ts'>;

/** Prints on either side. */
export type ContextOf = (side: TypeContext['side'], indent: string) => TypeContext;

/** The members of a method's flat parameter object. */
export function paramMembers({ params, body }: BoundMethod, contextOf: ContextOf): readonly Member[] {
  const context = contextOf('request', '  ');
  const members = params.map(({ param }) => ({
    doc: factsDoc(param, '  '),
    key: param.required ? tsKey(param.key) : ts`${tsKey(param.key)}?`,
    type: spaced(orUndefined(paramType(param, context), param.required)),
  }));
  if (body === null) return members;
  return [
    ...members,
    {
      doc: factsDoc({ description: body.description }, '  '),
      key: body.required ? ts`body` : ts`body?`,
      type: spaced(orUndefined(bodyType(body, context), body.required)),
    },
  ];
}

/** What a caller need not give, he may give as undefined: under `exactOptionalPropertyTypes` that must be said. */
function orUndefined(type: TypeText, required: boolean): Ts {
  return textOf(required ? type : unionOf([type, primary(ts`undefined`)]), '  ');
}

/** The spec's type; where only the page knows the parameter, the page's. Lists may be readonly. */
function paramType({ schema, enum: values, type }: Param, context: TypeContext): TypeText {
  if (schema === null) return values === undefined ? pageType(type) : literalUnion(values);
  const printed = printType(schema, context);
  if (schema.kind !== 'array' || schema.nullable === true || schema.prefixItems !== undefined) return printed;
  // Values that are listed need not be lists, whatever the type says.
  return schema.enum === undefined && schema.const === undefined ? readonlyList(printed) : printed;
}

function readonlyList(list: TypeText): TypeText {
  return primary(ts`readonly ${textOf(list)}`);
}

function pageType(type: string): TypeText {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      return primary(ts`${type as Ts}`);
    case 'integer':
      return primary(ts`number`);
    case 'array':
      return readonlyList(primary(ts`string[]`));
    default:
      return primary(ts`unknown`);
  }
}

function bodyType({ kind, schema, parts }: BoundBody, context: TypeContext): TypeText {
  const { schemas } = context.plan;
  switch (kind) {
    case 'json':
      return schema === null ? primary(ts`unknown`) : printType(schema, context);
    case 'form': {
      const own = schema === null ? [] : [printType(schema, context)];
      return unionOf([...own, primary(ts`URLSearchParams`)]);
    }
    case 'multipart': {
      const own = parts.length === 0 ? [] : [primary(printParts(parts, schemas, context))];
      return unionOf([...own, primary(ts`FormData`)]);
    }
    case 'text':
      return primary(ts`string`);
    case 'binary':
      return primary(ts`BinaryBody`);
  }
}

function printParts(parts: BoundBody['parts'], schemas: Schemas, outer: TypeContext): Ts {
  const context = { ...outer, indent: `${outer.indent}  ` };
  const members = parts
    .filter(({ schema }) => !isHidden(schema, context.side, schemas))
    .map(({ name, required, schema }) => ({
      doc: factsDoc(factsOf(schema, schemas), context.indent),
      key: required ? tsKey(name) : ts`${tsKey(name)}?`,
      type: spaced(
        isFile(schema, schemas)
          ? fileType(resolveSchema(schema, schemas))
          : textOf(printType(schema, context), context.indent),
      ),
    }));
  return printMembers(members, outer.indent);
}

function fileType(schema: Schema): Ts {
  return schema.kind === 'array' ? textOf(arrayOf(primary(ts`Blob`))) : ts`Blob`;
}
