import { define } from './define.ts';

/** An input as it is shown, and where it was named: `spec[0]` of the config, or `--spec`. */
export interface InputArgs {
  readonly path: string;
  readonly option: string;
}

/** Documents that cannot be read at all, whatever is in them. */
export const runInputCodes = {
  'input-not-found': define<InputArgs & { readonly meant?: string | null }>({
    severity: 'error',
    title: 'File not found',
    explanation:
      'A file that the config or the command line names does not exist. Paths in a config are relative to the config file; on ' +
      'the command line, to the working directory.',
    fixable: false,
    message: ({ path }) => `\`${path}\` does not exist.`,
    hint: ({ option, meant = null }) =>
      `${meant === null ? '' : `Did you mean \`${meant}\`? `}Mend the path in ${option}.`,
    example: { language: 'ts', before: "spec: ['./openapi.yml'],", after: "spec: ['./openapi.yaml']," },
  }),
  'input-no-match': define<InputArgs>({
    severity: 'error',
    title: 'Pattern that matches nothing',
    explanation:
      'A glob of the config or the command line matches no file, which is most often a slip. `**` matches folders at any depth, ' +
      '`*` any part of a name. Files in `node_modules` and `_static` are left out. Quote patterns in a shell.',
    fixable: false,
    message: ({ path }) => `\`${path}\` matches no file.`,
    hint: ({ option }) => `Mend the pattern in ${option}; leave it out if there are no such files.`,
    example: {
      language: 'ts',
      before: "pages: ['./resource/**/*.md'],",
      after: "pages: ['./resources/**/*.md'],",
    },
  }),
  'input-is-folder': define<InputArgs & { readonly pattern: string }>({
    severity: 'error',
    title: 'Folder where a file is wanted',
    explanation: 'A folder is not read by itself: name the files in it by a glob.',
    fixable: false,
    message: ({ path }) => `\`${path}\` is a folder.`,
    hint: ({ pattern, option }) => `Write \`${pattern}\` in ${option}.`,
    example: { language: 'ts', before: "pages: ['./resources'],", after: "pages: ['./resources/**/*.md']," },
  }),
  'input-not-utf8': define<{
    readonly path: string;
    /** An encoding, as iconv has it; null: any. */
    readonly guess: string | null;
    /** Absent: it may be a text. */
    readonly isBinary?: boolean;
  }>({
    severity: 'error',
    title: 'File that is not UTF-8',
    explanation:
      'All documents are read as UTF-8. A file in another encoding, or a binary one, would come out with wrong characters, so it ' +
      'is refused. The position is that of the first byte that is not UTF-8.',
    fixable: false,
    message: ({ path, guess, isBinary = false }) =>
      isBinary
        ? `\`${path}\` is no text: it holds binary data.`
        : `\`${path}\` is not UTF-8${guess === null ? '' : `; it looks like ${guess}`}.`,
    hint: ({ guess, isBinary = false }) =>
      isBinary
        ? 'Name another file, or take it out of the list.'
        : `Convert it, for instance with \`iconv -f ${guess ?? 'ISO-8859-1'} -t UTF-8\`, or take it out of the list.`,
    example: {
      language: 'sh',
      before: 'file --mime-encoding users.md',
      after: 'iconv -f ISO-8859-1 -t UTF-8 users.md > users.utf8.md\nmv users.utf8.md users.md',
    },
  }),
  'input-not-readable': define<InputArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'File that cannot be read',
    explanation:
      'The file exists, but the operating system refused to hand it out: most often for lack of permission.',
    fixable: false,
    message: ({ path, reason }) => `\`${path}\` cannot be read: ${reason}.`,
    hint: ({ option }) => `Give permission to read it, or take it out of ${option}.`,
    example: { language: 'sh', before: 'ls -l openapi.yaml', after: 'chmod +r openapi.yaml' },
  }),
  'input-not-fetched': define<InputArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'Document that cannot be fetched',
    explanation:
      'The config allows to fetch documents from the network, and this one does not come: its server is not reached or answers ' +
      'with an error, or the document is beyond what a spec may take (128 MiB, 60 seconds, 5 redirects, 20 documents that ' +
      'refer one to the next, 1,000 in all).',
    fixable: false,
    message: ({ path, reason }) => `\`${path}\` cannot be fetched: ${reason}.`,
    hint: ({ option }) =>
      `Try the address elsewhere, or download the document and name the file in ${option}.`,
    example: {
      language: 'ts',
      before: "spec: ['https://example.org/opnapi.yaml'],",
      after: "spec: ['https://example.org/openapi.yaml'],",
    },
  }),
  'input-remote': define<InputArgs>({
    severity: 'error',
    title: 'Document on the network',
    explanation:
      'Documents are read from disk. A run goes to the network for a spec alone, and only where the config says ' +
      '`allowRemote: true`.',
    fixable: false,
    message: ({ path }) => `\`${path}\` is a URL, and nothing allows to fetch it.`,
    hint: ({ option }) =>
      `Download it, commit it, and name the file in ${option}; or set \`allowRemote: true\` in the config for a spec.`,
    example: {
      language: 'sh',
      before: 'plumbline drift --provider okta --spec https://example.org/openapi.yaml',
      after:
        'curl -fsSLO https://example.org/openapi.yaml\nplumbline drift --provider okta --spec openapi.yaml',
    },
  }),
};
