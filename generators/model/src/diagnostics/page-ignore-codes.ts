import { define } from './define.ts';

/** Comments that silence findings. */
export const pageIgnoreCodes = {
  'ignore-comment-invalid': define<{ readonly problem: string; readonly remedy: string }>({
    severity: 'warning',
    title: 'Comment for Plumbline that cannot be read',
    explanation:
      'A comment is meant to silence findings, and does not: its first word is misspelt, or it names no code, or gives no ' +
      'reason. A reason is asked for because whoever reads the page next must know whether it still holds.',
    fixable: false,
    message: ({ problem }) => `This comment silences nothing: ${problem}.`,
    hint: ({ remedy }) => remedy,
    example: {
      language: 'md',
      before: '<!-- plumbline-ignore row-duplicate -->',
      after: '<!-- plumbline-ignore row-duplicate: both are meant, see the description -->',
    },
  }),
};
