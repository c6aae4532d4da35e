import { define } from './define.ts';

/** The baseline: the findings that were there when a team began to look. */
export const runBaselineCodes = {
  'baseline-removable': define<{ readonly code: string; readonly message: string; readonly count: number }>({
    severity: 'info',
    title: 'Baseline entry that no longer occurs',
    explanation:
      'The baseline holds a finding that is mended, or is worded otherwise by now. Left there, it would cover the next ' +
      'finding of its kind at the same place. Findings are told apart by code, file, what they are about and what they ' +
      'say, and counted; lines may shift.',
    fixable: false,
    message: ({ code, message, count }) =>
      `No longer found${count === 1 ? '' : `, ${count} times`}: \`${code}\`, ${message}`,
    hint: () => 'Run `plumbline drift --write-baseline` and commit the baseline, or take the line out.',
    example: {
      language: 'sh',
      before: 'plumbline drift',
      after: 'plumbline drift --write-baseline\ngit add plumbline.baseline.json',
    },
  }),
  'baseline-invalid': define<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    title: 'Baseline that cannot be read',
    explanation:
      'The file that the config names as the baseline, or `plumbline.baseline.json` beside the config, is not what ' +
      '`--write-baseline` writes: a merge may have left its marks in it. The run ends, for it cannot tell what is new.',
    fixable: false,
    message: ({ path, reason }) => `\`${path}\` cannot be read as a baseline: ${reason}.`,
    hint: () => 'Mend it, or delete it and run `plumbline drift --write-baseline`.',
    example: {
      language: 'sh',
      before: 'plumbline drift',
      after: 'rm plumbline.baseline.json\nplumbline drift --write-baseline',
    },
  }),
};
