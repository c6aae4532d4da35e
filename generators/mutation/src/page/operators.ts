import { SQL_VERBS } from '@plumbline/model';
import type { Fault } from '../fault.ts';
import { offsetAt } from '../text-edit.ts';
import { type PageDocument, type PageOperator, pageFault, rowAround, wordAt } from './page-document.ts';

const OPERATORS: readonly PageOperator[] = [
  rowDropped,
  fieldRenamed,
  fieldRetyped,
  parameterRenamed,
  parameterRetyped,
  methodRenamed,
  verbChanged,
  requiredDropped,
  noteChanged,
  exampleColumn,
  exampleParameter,
];

/** Every fault that can be put into a page. */
export function pageFaults(document: PageDocument): readonly Fault[] {
  return OPERATORS.flatMap((operator) => operator(document)).map((site) => pageFault(document, site));
}

function rowDropped({ text, page }: PageDocument) {
  const fields = page.fieldSets.flatMap(({ method, fields }) =>
    fields.map(({ name, source }) => ({
      what: `the row of the field \`${name.value}\`${method === null ? '' : ` of \`${method.value}\``} is missing`,
      operator: 'row-of-field-dropped',
      source,
    })),
  );
  const parameters = page.parameters.map(({ name, source }) => ({
    what: `the row of the parameter \`${name.value}\` is missing`,
    operator: 'row-of-parameter-dropped',
    source,
  }));
  const methods = page.methods.map(({ name, source }) => ({
    what: `the row of the method \`${name.value}\` is missing`,
    operator: 'row-of-method-dropped',
    source,
  }));
  return [...fields, ...parameters, ...methods].map(({ operator, what, source }) => ({
    operator,
    what,
    at: source,
    edits: [{ ...rowAround(text, source), text: '' }],
  }));
}

function fieldRenamed({ text, page }: PageDocument) {
  return page.fieldSets.flatMap(({ method, fields }) =>
    fields.flatMap(({ name }) => {
      const word = wordAt(text, name.source, name.value);
      if (word === null) return [];
      return {
        operator: 'row-of-field-renamed',
        what: `the field \`${name.value}\`${method === null ? '' : ` of \`${method.value}\``} is called \`${name.value}X\``,
        at: name.source,
        edits: [{ ...word, text: `${name.value}X` }],
        ...(method !== null && { method: method.value }),
      };
    }),
  );
}

const OTHER_TYPE: { readonly [type: string]: string } = { string: 'integer' };

function retypedAt(text: string, type: PageDocument['page']['parameters'][number]['type']) {
  if (type === null) return null;
  const own = type.value.type;
  const word = wordAt(text, type.source, own);
  const to = Object.hasOwn(OTHER_TYPE, own) ? (OTHER_TYPE[own] ?? 'string') : 'string';
  return word === null ? null : { at: type.source, to, edits: [{ ...word, text: to }] };
}

function fieldRetyped({ text, page }: PageDocument) {
  return page.fieldSets.flatMap(({ method, fields }) =>
    fields.flatMap(({ name, type }) => {
      const retyped = retypedAt(text, type);
      if (retyped === null) return [];
      const { at, edits, to } = retyped;
      return {
        operator: 'row-of-field-retyped',
        what: `the field \`${name.value}\`${method === null ? '' : ` of \`${method.value}\``} is of type ${to}`,
        at,
        edits,
        ...(method !== null && { method: method.value }),
      };
    }),
  );
}

function parameterRenamed({ text, page }: PageDocument) {
  return page.parameters.flatMap(({ name }) => {
    const word = wordAt(text, name.source, name.value);
    if (word === null) return [];
    return {
      operator: 'row-of-parameter-renamed',
      what: `the parameter \`${name.value}\` is called \`${name.value}X\``,
      at: name.source,
      edits: [{ ...word, text: `${name.value}X` }],
    };
  });
}

function parameterRetyped({ text, page }: PageDocument) {
  return page.parameters.flatMap(({ name, type }) => {
    const retyped = retypedAt(text, type);
    if (retyped === null) return [];
    const { at, edits, to } = retyped;
    return {
      operator: 'row-of-parameter-retyped',
      what: `the parameter \`${name.value}\` is of type ${to}`,
      at,
      edits,
    };
  });
}

/** In the table alone: its examples and fields go by the old name. */
function methodRenamed({ text, page }: PageDocument) {
  return page.methods.flatMap(({ name }) => {
    const row = rowAround(text, name.source);
    const word = wordAt(text, name.source, name.value);
    if (word === null || word.end > row.end) return [];
    return {
      operator: 'row-of-method-renamed',
      what: `the method \`${name.value}\` is called \`${name.value}_x\``,
      at: name.source,
      edits: [{ ...word, text: `${name.value}_x` }],
      method: name.value,
    };
  });
}

function verbChanged({ text, page }: PageDocument) {
  return page.methods.flatMap(({ name, verb }) => {
    if (verb === null) return [];
    const row = rowAround(text, name.source);
    const at = offsetAt(text, verb.source);
    const found = new RegExp(verb.value, 'i').exec(text.slice(at, row.end));
    if (found === null) return [];
    const to = SQL_VERBS.find((each) => each !== verb.value) ?? 'exec';
    const start = at + found.index;
    const written = found[0] === found[0].toUpperCase() ? to.toUpperCase() : to;
    return {
      operator: 'verb-changed',
      what: `the method \`${name.value}\` is reached by ${to.toUpperCase()}`,
      at: verb.source,
      edits: [{ start, end: start + found[0].length, text: written }],
      method: name.value,
    };
  });
}

/** A required parameter of a method is called by another name in its row. */
function requiredDropped({ text, page }: PageDocument) {
  return page.methods.flatMap(({ name, required }) =>
    required.flatMap((parameter) => {
      const word = wordAt(text, parameter.name.source, parameter.name.value);
      if (word === null) return [];
      return {
        operator: 'row-of-method-parameter-renamed',
        what: `the method \`${name.value}\` requires \`${parameter.name.value}X\` in place of \`${parameter.name.value}\``,
        at: parameter.name.source,
        edits: [{ ...word, text: `${parameter.name.value}X` }],
        method: name.value,
      };
    }),
  );
}

/** A bound, a default, or a value of an enum at the end of a description. */
function noteChanged({ text, page }: PageDocument) {
  const rows = [...page.parameters, ...page.fieldSets.flatMap(({ fields }) => fields)];
  return rows.flatMap(({ name, source, notes }) => {
    const row = rowAround(text, source);
    const within = text.slice(row.start, row.end);
    const found = /\((?:[a-z]+: [^()]*, )?(?:maximum|minimum|maxLength|minLength): (\d+)/i.exec(within);
    const listed = notes.listed?.[0];
    const inList = listed === undefined ? -1 : within.lastIndexOf(`(${listed}`);
    const sites = [];
    if (found?.[1] !== undefined) {
      const start = row.start + found.index + found[0].length - found[1].length;
      const to = String(Number(found[1]) + 1);
      sites.push({
        operator: 'note-bound-changed',
        what: `a bound of \`${name.value}\` is ${to}`,
        at: source,
        edits: [{ start, end: start + found[1].length, text: to }],
      });
    }
    if (listed !== undefined && inList !== -1) {
      const start = row.start + inList + 1;
      sites.push({
        operator: 'note-enum-changed',
        what: `the value \`${listed}\` of \`${name.value}\` is called \`${listed}_X\``,
        at: source,
        edits: [{ start, end: start + listed.length, text: `${listed}_X` }],
      });
    }
    return sites;
  });
}

function exampleColumn({ text, page }: PageDocument) {
  return page.examples.flatMap(({ method, statements }) =>
    statements.flatMap(({ columns, returning }) =>
      [...columns, ...returning].flatMap((column) => {
        const word = wordAt(text, column.source, column.value);
        if (word === null) return [];
        return {
          operator: 'example-column-renamed',
          what: `an example${method === null ? '' : ` of \`${method.value}\``} selects \`${column.value}X\``,
          at: column.source,
          edits: [{ ...word, text: `${column.value}X` }],
          ...(method !== null && { method: method.value }),
        };
      }),
    ),
  );
}

function exampleParameter({ text, page }: PageDocument) {
  return page.examples.flatMap(({ method, statements }) =>
    statements.flatMap(({ parameters, bodyFields }) =>
      [...parameters, ...bodyFields].flatMap(({ name }) => {
        const word = wordAt(text, name.source, name.value);
        if (word === null) return [];
        return {
          operator: 'example-parameter-renamed',
          what: `an example${method === null ? '' : ` of \`${method.value}\``} gives \`${name.value}X\``,
          at: name.source,
          edits: [{ ...word, text: `${name.value}X` }],
          ...(method !== null && { method: method.value }),
        };
      }),
    ),
  );
}
