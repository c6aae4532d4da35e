import type { Fault } from '../fault.ts';
import { type ClientSite, type ClientSource, clientFault } from './client-fault.ts';
import { listedIn, type MethodText, memberIn, methodTexts } from './method-text.ts';

type MethodOperator = (method: MethodText) => readonly Omit<ClientSite, 'operations'>[];

const OPERATORS: readonly MethodOperator[] = [
  wrongMethod,
  wrongPath,
  swappedVariables,
  swappedParameters,
  parameterNotSent,
  headerNotSent,
  bodyNotSent,
  bodyOfOtherType,
  bodyUnchecked,
  pageUnread,
  failureForgotten,
  scopeChanged,
];

/** Every fault that a method of an emitted module can have. */
export function methodFaults(source: ClientSource): readonly Fault[] {
  return methodTexts(source.text).flatMap((method) =>
    OPERATORS.flatMap((operator) => operator(method)).map((site) =>
      clientFault(source, { ...site, operations: [method.operation] }),
    ),
  );
}

const OTHER_METHOD: { readonly [method: string]: string } = {
  GET: 'POST',
  POST: 'PUT',
  PUT: 'PATCH',
  DELETE: 'GET',
  PATCH: 'PUT',
};

function wrongMethod({ name, operation, start }: MethodText) {
  const [method = ''] = operation.split(' ');
  const to = Object.hasOwn(OTHER_METHOD, method) ? (OTHER_METHOD[method] ?? 'GET') : 'GET';
  return [
    {
      operator: 'client-method-changed',
      what: `\`${name}\` sends ${to} in place of ${method}`,
      edits: [{ start, end: start + method.length, text: to }],
    },
  ];
}

function wrongPath({ name, operation, start }: MethodText) {
  const found = /[A-Za-z](?=(?:\/\{[^{}]*\})*\/?$)/.exec(operation);
  if (found === null) return [];
  const end = start + found.index + 1;
  return [
    {
      operator: 'client-path-changed',
      what: `\`${name}\` sends to a path of another name`,
      edits: [{ start: end, end, text: 'x' }],
    },
  ];
}

/** Two variables of the path in each other's place. */
function swappedVariables({ name, operation, start }: MethodText) {
  const [one, other] = [...operation.matchAll(/\{([^{}]+)\}/g)];
  if (one?.[1] === undefined || other?.[1] === undefined) return [];
  const place = (match: RegExpExecArray, text: string) => {
    const from = start + match.index + 1;
    return { start: from, end: from + (match[1] ?? '').length, text };
  };
  return [
    {
      operator: 'client-variables-swapped',
      what: `\`${name}\` puts \`${one[1]}\` in the place of \`${other[1]}\``,
      edits: [place(one, other[1]), place(other, one[1])],
    },
  ];
}

/** Two parameters of the query that are sent under each other's name. */
function swappedParameters(method: MethodText) {
  const [one, other] = listedIn(method, 'query').filter(({ isPlain }) => isPlain);
  if (one === undefined || other === undefined) return [];
  return [
    {
      operator: 'client-parameters-swapped',
      what: `\`${method.name}\` sends \`${one.name}\` as \`${other.name}\``,
      edits: [
        { start: one.start, end: one.end, text: `{ name: '${other.name}', key: '${one.name}' }` },
        { start: other.start, end: other.end, text: `{ name: '${one.name}', key: '${other.name}' }` },
      ],
    },
  ];
}

/** What is sent in its place is a parameter that nobody knows. */
function parameterNotSent(method: MethodText) {
  return listedIn(method, 'query')
    .filter(({ isPlain }) => isPlain)
    .map(({ name, start, end }) => ({
      operator: 'client-parameter-misnamed',
      what: `\`${method.name}\` sends \`${name}\` as \`${name}X\``,
      edits: [{ start, end, text: `{ name: '${name}X', key: '${name}' }` }],
    }));
}

/** The parameter is taken, and nothing is sent. */
function headerNotSent(method: MethodText) {
  return listedIn(method, 'header')
    .filter(({ isPlain }) => isPlain)
    .map(({ name, start, end }) => ({
      operator: 'client-header-dropped',
      what: `\`${method.name}\` does not send the header \`${name}\``,
      edits: [{ start, end, text: `{ name: 'X-Nothing', key: '${name}' }` }],
    }));
}

function bodyNotSent(method: MethodText) {
  const found = memberIn(method, /\bbody: \{[^{}]*\}/);
  if (found === null) return [];
  const { start, end } = found;
  return [
    {
      operator: 'client-body-dropped',
      what: `\`${method.name}\` sends no body`,
      edits: [{ start, end, text: '' }],
    },
  ];
}

function bodyOfOtherType(method: MethodText) {
  const found = memberIn(method, /\bbody: \{ (?!type: )/);
  if (found === null) return [];
  const at = found.start + found.text.length;
  return [
    {
      operator: 'client-body-of-other-type',
      what: `\`${method.name}\` sends its body as \`text/plain\``,
      edits: [{ start: at, end: at, text: "type: 'text/plain', " }],
    },
  ];
}

/** What the body must hold is not looked for before it is sent. */
function bodyUnchecked(method: MethodText) {
  const found = memberIn(method, /, fields: \[[^\]]*\]/);
  if (found === null) return [];
  const { start, text } = found;
  return [
    {
      operator: 'client-check-lost',
      what: `\`${method.name}\` sends a body without what it must hold`,
      edits: [{ start, end: start + text.length, text: '' }],
    },
  ];
}

function pageUnread(method: MethodText) {
  const found = memberIn(method, /\bpage: \{(?:[^{}]|\{[^{}]*\})*\}/);
  if (found === null) return [];
  const { start, end } = found;
  return [
    {
      operator: 'client-pages-unread',
      what: `\`${method.name}\` reads the first page alone`,
      edits: [{ start, end, text: '' }],
    },
  ];
}

function failureForgotten(method: MethodText) {
  return listedIn(method, 'failures').map(({ name, start, end }) => ({
    operator: 'client-failure-forgotten',
    what: `\`${method.name}\` does not declare the failure ${name}`,
    edits: [{ start, end, text: '999' }],
  }));
}

function scopeChanged(method: MethodText) {
  const found = memberIn(method, /\bscopes: '[^'\\]+/);
  if (found === null) return [];
  const at = found.start + found.text.length;
  return [
    {
      operator: 'client-scope-changed',
      what: `\`${method.name}\` asks for another scope`,
      edits: [{ start: at, end: at, text: 'X' }],
    },
  ];
}
