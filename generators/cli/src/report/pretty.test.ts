import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { finding, reportOf } from '../testing/report.ts';
import { prettyReport } from './pretty.ts';

const PLAIN = { colours: NO_COLOURS, width: 80 };

describe('the pretty report', () => {
  it('shows a finding with both its places and what would mend it', () => {
    const related = [
      { message: 'the spec declares it', source: { file: 'openapi.yaml', line: 2, column: 3 } },
    ];
    const report = reportOf([finding({ line: 2, column: 5, related })], {
      'a.md': '<tr>\n    <td>get_user</td>\n</tr>',
      'openapi.yaml': 'parameters:\n  - name: userId\n',
    });
    expect(prettyReport(report, PLAIN)).toBe(
      [
        'a.md:2:5 error param-missing-from-page: `get_user` lacks the required path parameter `userId` of `GET /users/{userId}`.',
        '    1 │ <tr>',
        '  > 2 │     <td>get_user</td>',
        '      │     ^',
        '    3 │ </tr>',
        '  openapi.yaml:2:3 the spec declares it',
        '  > 2 │   - name: userId',
        '      │   ^',
        '  hint: Add `userId` to the Required Params cell of the method, and a row for it to the Parameters table.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('gives many findings a line each, by code, the first of each in full', () => {
    const many = Array.from({ length: 100 }, (_, i) => finding({ file: `${i % 5}.md`, line: i + 1 }));
    const few = [finding({ severity: 'info' }), finding({ severity: 'info', line: 2 })];
    const lines = prettyReport(reportOf([...few, ...many]), PLAIN).split('\n');
    expect(lines[0]).toBe('Required parameter missing from the page: 100 in 5 files');
    expect(lines.filter((line) => line.startsWith('  hint: '))).toHaveLength(2);
    expect(lines.filter((line) => /^\d\.md:\d+:1 error param-missing-from-page: /.test(line))).toHaveLength(
      100,
    );
    expect(lines.findIndex((line) => line.includes(' info '))).toBeGreaterThan(100);
  });

  it('shows forty findings in full', () => {
    const findings = Array.from({ length: 40 }, (_, i) => finding({ line: i + 1 }));
    expect(prettyReport(reportOf(findings), PLAIN).match(/^ {2}hint: /gm)).toHaveLength(40);
  });

  it('lets no name from a document write to the terminal', () => {
    const text = prettyReport(reportOf([finding({ name: 'a\u001b[2J\rb', file: 'x\u0007.md' })]), PLAIN);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('has colours where they are wanted', () => {
    expect(prettyReport(reportOf([finding()]), { colours: pc.createColors(true), width: 80 })).toContain(
      '\u001b[31m',
    );
  });

  it('is empty where nothing was found', () => {
    expect(prettyReport(reportOf([]), PLAIN)).toBe('');
  });
});
