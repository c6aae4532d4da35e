import { define } from './define.ts';
import { listed } from './listed.ts';

/** Rendered text of a provider page: what it does not hold, and what it leaves open. */
export const importPageCodes = {
  'import-id-missing': define<object>({
    severity: 'warning',
    title: 'Imported page without a resource id',
    explanation:
      'Neither an Overview with an Id row nor an SQL example says which resource the imported page is of. The page is ' +
      'written without its overview: nobody can tell where it belongs.',
    fixable: false,
    message: () => 'The text says nowhere which resource it is of.',
    hint: () => 'Add an Overview with the id, `provider.service.resource`, to the page that was written.',
    example: {
      language: 'md',
      before: 'Nametokens\nTypeResource',
      after: 'Nametokens\nTypeResource\nIdacme.users.tokens',
    },
  }),
  'import-section-missing': define<{ readonly section: string }>({
    severity: 'warning',
    title: 'Section that an imported page lacks',
    explanation:
      'Every page of a resource has tables of fields, methods and parameters, known by their headers. The imported text has ' +
      'none of this kind: it was cut off, or copied without it. The section is left out.',
    fixable: false,
    message: ({ section }) => `The text has no ${section} table.`,
    hint: () => 'Copy the whole page again, or save it as HTML and import that.',
    example: {
      language: 'md',
      before: 'Methods',
      after: 'Methods\n\nName\tAccessible by\tRequired Params\tDescription',
    },
  }),
  'import-table-unreadable': define<{ readonly section: string }>({
    severity: 'warning',
    title: 'Table of an imported page that cannot be read',
    explanation:
      'Under the header of a table stands text that has no row in any form that copies have: cells apart, one cell a line, ' +
      'or cells run together. It is left out.',
    fixable: false,
    message: ({ section }) => `No row of this table of ${section} can be read.`,
    hint: () => 'Save the page as HTML and import that: there rows and cells are told apart.',
    example: {
      language: 'md',
      before: 'NameDatatypeDescription\nThe id of the token',
      after: 'NameDatatypeDescription\nidstringThe id of the token',
    },
  }),
  'import-row-doubtful': define<{ readonly name: string; readonly other: string }>({
    severity: 'warning',
    title: 'Row of an imported page that can be read in two ways',
    explanation:
      'The cells of the row are run together, its name holds the word of a type, and nothing else on the page says where the ' +
      'name ends. The first way is written.',
    fixable: false,
    message: ({ name, other }) =>
      `The row of \`${name}\` may be that of \`${other}\`: its cells are run together.`,
    hint: ({ name }) =>
      `Look at the row of \`${name}\` on the page that was written, or import the page as HTML.`,
    example: { language: 'md', before: 'numberstringThe number.', after: 'number\tstring\tThe number.' },
  }),
  'import-row-repeated': define<{ readonly section: string; readonly name: string }>({
    severity: 'warning',
    title: 'Name that an imported table has twice',
    explanation:
      'A name stands twice in one table of the imported text. The first row is kept, the other left out.',
    fixable: false,
    message: ({ section, name }) => `\`${name}\` stands twice in the ${section} table; the first is kept.`,
    hint: ({ name }) => `Look at the row of \`${name}\` on the page that was written.`,
    example: { language: 'md', before: 'idstringThe id.\nidstringThe key.', after: 'idstringThe id.' },
  }),
  'import-names-doubtful': define<{ readonly method: string; readonly names: readonly string[] }>({
    severity: 'warning',
    title: 'Parameter names of an imported page that had to be inferred',
    explanation:
      'The cells of a method are run together, and some of its parameters stand nowhere else on the page, so that the end of ' +
      'their names was inferred from commas and capitals.',
    fixable: false,
    message: ({ method, names }) =>
      `Where ${listed(names, 'and')} of \`${method}\` ends is inferred: its cells are run together.`,
    hint: ({ method }) =>
      `Look at the row of \`${method}\` on the page that was written, or import the page as HTML.`,
    example: {
      language: 'md',
      before: 'getselectuserIdRetrieves a user',
      after: 'get\tselect\tuserId\t\tRetrieves a user',
    },
  }),
  'import-column-doubtful': define<{ readonly method: string }>({
    severity: 'warning',
    title: 'Parameters of an imported page that may be required or optional',
    explanation:
      'The method has one list of parameters where the table has two columns, its cells are run together, and no example or ' +
      'other row says which of the two it is. It is written as that of required parameters.',
    fixable: false,
    message: ({ method }) =>
      `Nothing tells whether the parameters of \`${method}\` are required or optional.`,
    hint: ({ method }) =>
      `Look at the row of \`${method}\` on the page that was written, or import the page as HTML.`,
    example: {
      language: 'md',
      before: 'listselectlimitLists users',
      after: 'list\tselect\t\tlimit\tLists users',
    },
  }),
  'import-tab-missing': define<{ readonly method: string }>({
    severity: 'info',
    title: 'Tab whose content an imported page lacks',
    explanation:
      'A rendered page shows the first tab of each section, and a copy of its text holds that alone. The fields of the other ' +
      'methods are not there, and are left out.',
    fixable: false,
    message: ({ method }) => `The fields of \`${method}\` are not in the text: its tab was not shown.`,
    hint: () => 'Save the page as HTML and import that: it holds all tabs.',
    example: { language: 'sh', before: 'plumbline import tokens.txt', after: 'plumbline import tokens.html' },
  }),
  'import-tab-unnamed': define<object>({
    severity: 'warning',
    title: 'Fields of an imported page that belong to no method',
    explanation:
      'The text has several tables of fields, and neither labels of tabs nor examples tell which method each is of. They are ' +
      'written one after the other.',
    fixable: false,
    message: () => 'The text does not say which method these fields are of.',
    hint: () =>
      'Put the table into a tab of its method on the page that was written, or import the page as HTML.',
    example: { language: 'md', before: 'Success', after: 'get_token\n\nSuccess' },
  }),
  'import-example-unreadable': define<{ readonly reason: string }>({
    severity: 'warning',
    title: 'Example of an imported page that cannot be read',
    explanation:
      'A statement or a manifest came out of the copy in a form that cannot be read, mostly because its lines were run ' +
      'together. It is left out.',
    fixable: false,
    message: ({ reason }) => `The example cannot be read: ${reason.replace(/\.$/, '')}.`,
    hint: () => 'Copy the example by the button beside it, and add it to the page that was written.',
    example: { language: 'sql', before: 'SELECT id FROM', after: 'SELECT id FROM acme.users.tokens;' },
  }),
};
