import { describe, expect, it } from 'vitest';
import { finding, reportOf } from '../testing/report.ts';
import { githubReport } from './github.ts';

const HINT =
  'Add `userId` to the Required Params cell of the method, and a row for it to the Parameters table.';

describe('workflow commands of GitHub', () => {
  it('annotate the line, with the related places in the text', () => {
    const related = [{ message: 'here', source: { file: 'o.yaml', line: 3, column: 4 } }];
    expect(githubReport(reportOf([finding({ file: 'docs/a.md', line: 7, column: 9, related })]))).toBe(
      '::error file=docs/a.md,line=7,col=9,title=param-missing-from-page::' +
        `\`get_user\` lacks the required path parameter \`userId\` of \`GET /users/{userId}\`.%0Ao.yaml:3:4 here%0A${HINT}\n`,
    );
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('call %s %s', (severity, command) => {
    expect(githubReport(reportOf([finding({ severity })]))).toMatch(new RegExp(`^::${command} `));
  });

  it('cannot be begun or ended by a document', () => {
    const text = githubReport(
      reportOf([finding({ name: 'x\n::add-mask::%0A', file: 'a,line=1::b\r\n:c%.md' })]),
    );
    expect(text.trimEnd()).not.toMatch(/[\r\n]/);
    expect(text).toContain('file=a%2Cline=1%3A%3Ab%0D%0A%3Ac%25.md,line=1');
    expect(text).toContain('x%0A::add-mask::%250A');
  });
});
