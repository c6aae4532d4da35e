import fc from 'fast-check';
import { buildIdentifier, NOWHERE } from '../build/value.ts';
import { CLAUSE_WORDS, KEYWORDS } from '../lex/keywords.ts';
import type { Column, Identifier, Resource } from '../tree/name.ts';
import type { Comment, Item } from '../tree/node.ts';

const HOSTILE = [
  ...[
    '',
    ' ',
    '"',
    '""',
    "'",
    "''",
    '`',
    ';',
    '--',
    '--required',
    '*/',
    '/*',
    '}}',
    '{{',
    '{{ x }}',
    '\n',
    '\r\n',
    ',',
  ],
  ...[
    'a.b',
    '.',
    '*',
    '@',
    '@@json',
    '@x',
    '$schema',
    'x5t#S256',
    'If-Match',
    'filter[q]',
    '2fa',
    '123',
    '1e5',
    '\0',
  ],
  ...[
    'constructor',
    '__proto__',
    '</script>',
    '{process.env}',
    'required',
    'é',
    '🙂',
    '\ud800',
    'ıs',
    '\u2028',
  ],
];

/** Names and texts of every kind: ordinary, keywords, and such as would break out of their place. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('id', 'status', '_links', 'userId', 'data__profile') },
  { weight: 2, arbitrary: fc.constantFrom(...KEYWORDS, ...CLAUSE_WORDS).map((word) => word.toLowerCase()) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

export const anyIdentifier: fc.Arbitrary<Identifier> = anyText.map(buildIdentifier);

const anyParts = fc.array(anyIdentifier, { minLength: 1, maxLength: 3 });

export const anyColumn: fc.Arbitrary<Column> = anyParts.map((parts) => ({
  kind: 'column',
  parts,
  name: parts.map(({ name }) => name).join('.'),
  ...NOWHERE,
}));

export const anyResource: fc.Arbitrary<Resource> = anyParts.map((parts) => ({
  kind: 'resource',
  parts,
  name: parts.map(({ name }) => name).join('.'),
  ...NOWHERE,
}));

/** Any comment but one that would be a mark. */
export const anyComment: fc.Arbitrary<Comment> = fc
  .record({
    style: fc.constantFrom('line', 'block'),
    text: anyText.filter((text) => !/required/i.test(text)),
    place: fc.constantFrom('before', 'after'),
  })
  .map((comment) => ({ ...comment, ...NOWHERE }));

const MARK: Comment = { style: 'line', text: 'required', place: 'after', ...NOWHERE };

/** Marks and comments of an item. */
export const anyNotes: fc.Arbitrary<Pick<Item, 'required' | 'comments'> & typeof NOWHERE> = fc.record({
  required: fc.constantFrom(null, null, MARK),
  comments: fc.array(anyComment, { maxLength: 2 }),
  start: fc.constant(-1),
  end: fc.constant(-1),
});
