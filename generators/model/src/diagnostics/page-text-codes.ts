import { define } from './define.ts';

/** What stands in the texts of pages and in their manifests. */
export const pageTextCodes = {
  'link-mangled': define<{ readonly written: string; readonly meant: string }>({
    severity: 'warning',
    title: 'Address written into another one',
    explanation:
      'A link begins anew in its midst, as a substitution that was done twice leaves it, so it leads nowhere. It is told where ' +
      'it stands: on the page, where `plumbline fix` mends it, or in the spec where that has it.',
    fixable: true,
    message: ({ written }) => `The link \`${written}\` begins anew in its midst.`,
    hint: ({ meant }) => `Write \`${meant}\`, and mend the substitution that made it.`,
    example: {
      language: 'md',
      before: '[Users](https://example.org/docshttps://example.org/docs/users)',
      after: '[Users](https://example.org/docs/users)',
    },
  }),
  'manifest-unreadable': define<{ readonly reason: string }>({
    severity: 'warning',
    title: 'Manifest that is no YAML',
    explanation:
      'A manifest among the examples cannot be read as YAML, most often because a description in it holds `: ` or a line ' +
      'that is not indented, so readers who copy it get an error.',
    fixable: true,
    message: ({ reason }) => `The manifest cannot be read: ${reason}.`,
    hint: () => 'Mend the YAML at this place: quote the value, or indent all lines of a block (`|`) alike.',
    example: {
      language: 'yaml',
      before: 'description: one of: a, b',
      after: "description: 'one of: a, b'",
    },
  }),
};
