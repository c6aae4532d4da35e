import { camelName, type Resource, type Service } from '@plumbline/model';
import { type Encoded, join, ts, tsIdentifier, tsKey, tsMember } from '@plumbline/render';
import type { BoundMethod } from '../methods/bound-method.ts';
import type { ExampleBody, ExampleCall } from './example-call.ts';
import { lines, printValue } from './print-value.ts';

type Ts = Encoded<'ts'>;

interface CallPlace {
  readonly model: { readonly provider: string };
  readonly service: Service;
  readonly resource: Resource;
}

/** The variable that holds a provider's client in examples: `okta`. */
export function clientVariable(provider: string): Ts {
  return tsIdentifier(camelName(provider));
}

/** The code that calls a method with some values. It type-checks where the client's variable is the client. */
export function printCall(
  { method, answer, paging }: BoundMethod,
  given: ExampleCall,
  { model, service, resource }: CallPlace,
): Ts {
  const path = [service.clientName, resource.clientName, method.clientName].map(tsMember);
  const callee = ts`${clientVariable(model.provider)}${join(path, '')}`;
  const [before, after] = around({ answer, paging });
  return ts`${before}${callee}(${printArguments(given, LINE - before.length - callee.length)})${after}`;
}

/** What is done with the call: its items are looped over, its answer is kept, or it is awaited alone. */
function around({
  answer,
  paging,
}: Pick<BoundMethod, 'answer' | 'paging'>): readonly [before: Ts, after: Ts] {
  const isStream = answer.kind === 'lines' || answer.kind === 'events';
  if (paging !== null || isStream)
    return [
      isStream ? ts`for await (const item of await ` : ts`for await (const item of `,
      ts`) {\n  console.log(item);\n}`,
    ];
  return [answer.kind === null ? ts`await ` : ts`const data = await `, ts`;`];
}

/** Characters that a line of an example may have: what the docs site shows without scrolling. */
const LINE = 90;

/** The parameter object, on one line where that has room; empty where nothing is given. */
function printArguments({ params, body }: ExampleCall, room: number): Ts {
  const members = params.map(({ param, value }) => ts`${tsKey(param.key)}: ${printValue(value, '  ')}`);
  const printed = body === null ? members : [...members, ts`body: ${printBody(body)}`];
  if (printed.length === 0) return ts``;
  const line = ts`{ ${join(printed, ', ')} }`;
  return line.includes('\n') || line.length > room ? lines('{', printed, '}', '') : line;
}

function printBody(body: ExampleBody): Ts {
  switch (body.kind) {
    case 'json':
    case 'form':
      return printValue(body.value, '  ');
    case 'multipart': {
      const members = body.parts.map((part) =>
        'value' in part
          ? ts`${tsKey(part.name)}: ${printValue(part.value, '    ')}`
          : ts`${tsKey(part.name)}: ${part.isList ? ts`[${FILE}]` : FILE}`,
      );
      return members.length === 0 ? ts`new FormData()` : ts`{ ${join(members, ', ')} }`;
    }
    case 'text':
      return ts`'…'`;
    case 'binary':
      return FILE;
  }
}

const FILE = ts`new Blob(['…'])`;
