import { define } from './define.ts';

const INSIDE_TAB = '```sql\nSELECT id FROM okta.users.users;\n';

/** Tabs, fences and tags. */
export const pageMarkupCodes = {
  'tab-empty': define<{ readonly tab: string; readonly section: string }>({
    severity: 'warning',
    title: 'Tab without a body',
    explanation:
      'A tab of the Fields has no table, or one of the examples no code: readers who click on it find nothing.',
    fixable: false,
    message: ({ tab, section }) => `The tab \`${tab}\` of the ${section} section is empty.`,
    hint: ({ tab }) => `Fill the tab \`${tab}\`, or take it out, together with its entry in \`values\`.`,
    example: {
      language: 'md',
      before: '<TabItem value="get_user">\n</TabItem>',
      after: `<TabItem value="get_user">\n\n${INSIDE_TAB}\`\`\`\n</TabItem>`,
    },
  }),
  'tab-unlisted': define<{ readonly tab: string }>({
    severity: 'warning',
    title: 'Tab without an entry in `values`',
    explanation: 'The `values` of `<Tabs>` make the buttons. A tab that they do not list cannot be reached.',
    fixable: true,
    message: ({ tab }) => `The tab \`${tab}\` is not in the \`values\` of its \`<Tabs>\`.`,
    hint: ({ tab }) => `Add \`{ label: '${tab}', value: '${tab}' }\` to \`values\`.`,
    example: {
      language: 'md',
      before: "values={[{ label: 'list', value: 'list' }]}\n>\n<TabItem value=\"get\">",
      after:
        "values={[{ label: 'list', value: 'list' }, { label: 'get', value: 'get' }]}\n>\n<TabItem value=\"get\">",
    },
  }),
  'tab-without-item': define<{ readonly tab: string }>({
    severity: 'warning',
    title: 'Entry in `values` without a tab',
    explanation: 'The `values` of `<Tabs>` make the buttons. This one has no `<TabItem>` to show.',
    fixable: true,
    message: ({ tab }) => `\`values\` lists the tab \`${tab}\`, which has no \`<TabItem>\`.`,
    hint: ({ tab }) => `Add \`<TabItem value="${tab}">\`, or take the entry out of \`values\`.`,
    example: {
      language: 'md',
      before: "values={[{ label: 'list', value: 'list' }, { label: 'get', value: 'get' }]}",
      after: "values={[{ label: 'list', value: 'list' }]}",
    },
  }),
  'tag-unclosed': define<{ readonly tag: string }>({
    severity: 'warning',
    title: 'Tag that is not closed',
    explanation:
      'A table or a tab is opened and not closed, which MDX refuses to compile. It is read up to the next tab or heading.',
    fixable: false,
    message: ({ tag }) => `\`<${tag}>\` is not closed.`,
    hint: ({ tag }) => `Add \`</${tag}>\` where it ends.`,
    example: {
      language: 'md',
      before: '<TabItem value="list">\n\nSuccess\n\n<TabItem value="get">',
      after: '<TabItem value="list">\n\nSuccess\n\n</TabItem>\n<TabItem value="get">',
    },
  }),
  'fence-unclosed': define<{ readonly language: string }>({
    severity: 'error',
    title: 'Code fence that is not closed',
    explanation:
      'A fence runs to the next line of backticks, or to the end of the page, and takes everything between with it. It is read as ' +
      'if it ended before the next tab, heading or fence.',
    fixable: true,
    message: ({ language }) => `The ${language === '' ? '' : `${language} `}fence is not closed.`,
    hint: () => 'Add a line of three backticks where the code ends.',
    example: {
      language: 'md',
      before: `${INSIDE_TAB}</TabItem>`,
      after: `${INSIDE_TAB}\`\`\`\n</TabItem>`,
    },
  }),
  'example-unreadable': define<{ readonly reason: string }>({
    severity: 'warning',
    title: 'Example that cannot be read',
    explanation:
      'A statement of an example is not in the StackQL dialect of SQL, or breaks off. What it says is not compared with the spec, ' +
      'and readers who copy it get an error.',
    fixable: false,
    message: ({ reason }) => `The example cannot be read: ${reason}`,
    hint: () => 'Mend the statement.',
    example: {
      language: 'sql',
      before: "UPDATE okta.users.users SET profile = '{{ profile }}', ... WHERE id = '{{ id }}';",
      after: "UPDATE okta.users.users SET profile = '{{ profile }}' WHERE id = '{{ id }}';",
    },
  }),
};
