import { define } from './define.ts';

/** A page as a whole. */
export const pageDocumentCodes = {
  'page-skipped': define<object>({
    severity: 'info',
    title: 'Page that is about no resource',
    explanation:
      'The glob also matches a page that has neither Fields nor Methods, and lists no resources or services. It is left out.',
    fixable: false,
    message: () => 'This page is about no resource, and is left out.',
    hint: () => 'Narrow the glob of the pages, or give the page a `## Methods` section.',
    example: {
      language: 'ts',
      before: "pages: ['./**/*.md'],",
      after: "pages: ['./resources/**/*.md'],",
    },
  }),
  'page-id-missing': define<{ readonly given: string | null; readonly id: string }>({
    severity: 'warning',
    title: 'Page without an id',
    explanation:
      'The Overview names each resource by its full id, `provider.service.resource`. Where it does not, the id is made from the ' +
      "provider, the page's folder and its title, which may be wrong.",
    fixable: true,
    message: ({ given, id }) =>
      given === null
        ? `The page tells no id; it is read as \`${id}\`.`
        : `\`${given}\` is no id of a resource; the page is read as \`${id}\`.`,
    hint: ({ id }) => `Give the Overview an Id row: \`<CopyableCode code="${id}" />\`.`,
    example: {
      language: 'md',
      before: '<tr><td><b>Type</b></td><td>Resource</td></tr>',
      after:
        '<tr><td><b>Type</b></td><td>Resource</td></tr>\n<tr><td><b>Id</b></td><td><CopyableCode code="okta.users.users" /></td></tr>',
    },
  }),
  'page-id-duplicate': define<{ readonly id: string; readonly file: string }>({
    severity: 'error',
    title: 'Two pages of one id',
    explanation:
      'Two pages describe the same resource, most often because one was copied from the other. The first in the order of paths is ' +
      'kept; what the other says is lost.',
    fixable: false,
    message: ({ id, file }) => `\`${id}\` is already described by \`${file}\`.`,
    hint: () => 'Mend the Id row of one of the pages, or delete the page that is out of date.',
    example: {
      language: 'md',
      before: '<tr><td><b>Id</b></td><td><CopyableCode code="okta.users.users" /></td></tr>',
      after: '<tr><td><b>Id</b></td><td><CopyableCode code="okta.users.sessions" /></td></tr>',
    },
  }),
  'front-matter-invalid': define<{ readonly reason: string }>({
    severity: 'warning',
    title: 'Front matter that cannot be read',
    explanation:
      'What stands between the two `---` at the top of a page is a YAML map without anchors. The page is read without it.',
    fixable: false,
    message: ({ reason }) => `The front matter cannot be read: ${reason}.`,
    hint: () => 'Mend the YAML between the two lines of `---` at the top of the page.',
    example: {
      language: 'yaml',
      before: 'title: users: all of them\n',
      after: "title: 'users: all of them'\n",
    },
  }),
  'methods-section-missing': define<object>({
    severity: 'warning',
    title: 'Page without methods',
    explanation: 'A resource is used through its methods, and this page has no section that lists them.',
    fixable: false,
    message: () => 'The page has no Methods section.',
    hint: () => 'Add a `## Methods` section with a table of the methods.',
    example: {
      language: 'md',
      before: '## Fields\n',
      after: '## Fields\n\n## Methods\n\n| Name | Accessible by | Required Params |\n',
    },
  }),
  'fields-section-missing': define<object>({
    severity: 'info',
    title: 'Page without fields',
    explanation:
      'No section tells what a query of this resource returns. That is as it should be where no method can be reached by ' +
      '`SELECT`; the usual page says so in a Fields section.',
    fixable: false,
    message: () => 'The page has no Fields section.',
    hint: () => 'Add a `## Fields` section with a table of the fields.',
    example: {
      language: 'md',
      before: '## Methods\n',
      after: '## Fields\n\n| Name | Datatype | Description |\n\n## Methods\n',
    },
  }),
  'section-empty': define<{ readonly section: string }>({
    severity: 'info',
    title: 'Section without a table',
    explanation:
      'The heading is there, but no table follows, nor a sentence that says why there is none, such as "`SELECT` not supported".',
    fixable: false,
    message: ({ section }) => `The ${section} section has no table.`,
    hint: ({ section }) => `Add the table to the ${section} section, or say why there is none.`,
    example: {
      language: 'md',
      before: '## Fields\n\n## Methods\n',
      after: '## Fields\n\n`SELECT` not supported for this resource.\n\n## Methods\n',
    },
  }),
};
