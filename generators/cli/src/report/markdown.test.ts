import { describe, expect, it } from 'vitest';
import { finding, reportOf } from '../testing/report.ts';
import { markdownReport } from './markdown.ts';

describe('the Markdown report', () => {
  it('counts the codes, then lists the findings of each file', () => {
    expect(
      markdownReport(reportOf([finding({ line: 7 }), finding({ file: 'b.md', severity: 'info' })])),
    ).toBe(
      [
        '## Plumbline: 1 error, 1 info',
        '',
        '| Count | Code | |',
        '| ---: | --- | --- |',
        '| 2 | `param-missing-from-page` | Required parameter missing from the page |',
        '',
        '### `a.md`',
        '',
        '| Line | | Finding |',
        '| ---: | --- | --- |',
        '| 7 | error `param-missing-from-page` | `get_user` lacks the required path parameter `userId` of `GET /users/{userId}`.<br>Add `userId` to the Required Params cell of the method, and a row for it to the Parameters table. |',
        '',
        '### `b.md`',
        '',
        '| Line | | Finding |',
        '| ---: | --- | --- |',
        '| 1 | info `param-missing-from-page` | `get_user` lacks the required path parameter `userId` of `GET /users/{userId}`.<br>Add `userId` to the Required Params cell of the method, and a row for it to the Parameters table. |',
        '',
      ].join('\n'),
    );
  });

  it('says so where nothing was found', () => {
    expect(markdownReport(reportOf([]))).toBe('## Plumbline: nothing found\n');
  });

  it('holds hostile names as text, on one row', () => {
    const text = markdownReport(reportOf([finding({ name: 'a|b\n<script>`<b>' })]));
    expect(text).toContain('parameter `a\\|b <script>`\\<b\\>` of `');
    expect(text.split('\n').filter((line) => line.includes('script'))).toHaveLength(1);
  });
});
