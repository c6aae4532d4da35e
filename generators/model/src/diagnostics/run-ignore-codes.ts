import { define } from './define.ts';

/** What silences findings, and should not stand there. */
export const runIgnoreCodes = {
  'ignore-code-unknown': define<{ readonly code: string; readonly nearest: string | null }>({
    severity: 'warning',
    title: 'Comment that silences an unknown code',
    explanation:
      'A comment of a page names a diagnostic code that does not exist, or that is about the run itself and not about a ' +
      'document, so it silences nothing. (In the config such a code is an error.)',
    fixable: false,
    message: ({ code }) => `\`${code}\` is no diagnostic code that can be silenced.`,
    hint: ({ nearest }) =>
      nearest === null ? '`plumbline explain` lists the codes.' : `Did you mean \`${nearest}\`?`,
    example: {
      language: 'md',
      before: '<!-- plumbline-ignore row-duplicated: both are meant -->',
      after: '<!-- plumbline-ignore row-duplicate: both are meant -->',
    },
  }),
  'ignore-unused': define<{ readonly code: string; readonly by: 'config' | 'comment' }>({
    severity: 'warning',
    title: 'Ignore that silences nothing',
    explanation:
      'A comment of a page, or an entry of `ignore` in the config, covers no finding: what it was written for is mended or gone, ' +
      'or it stands at another place than the finding. Left there, it would silence the next finding of its kind. It is told ' +
      'only where the run looks for everything that it could cover.',
    fixable: false,
    message: ({ code, by }) =>
      by === 'config'
        ? `No finding is silenced by this entry for \`${code}\`.`
        : `Nothing here is silenced for \`${code}\`.`,
    hint: ({ by }) =>
      by === 'config'
        ? 'Take the entry out, or mend what it names.'
        : 'Take the code out of the comment, or put the comment right before what the finding is about.',
    example: {
      language: 'ts',
      before: "ignore: [{ code: 'row-duplicate', resource: 'okta.users.gone', reason: 'both are meant' }],",
      after: 'ignore: [],',
    },
  }),
};
