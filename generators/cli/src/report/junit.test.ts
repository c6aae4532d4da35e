import { describe, expect, it } from 'vitest';
import { finding, reportOf } from '../testing/report.ts';
import { junitReport } from './junit.ts';

describe("JUnit's XML", () => {
  it('has a suite for each file and a case for each finding', () => {
    const text = junitReport(
      reportOf([
        finding(),
        finding({ line: 2, severity: 'info' }),
        finding({ file: 'b.md', severity: 'warning' }),
      ]),
    );
    expect(text).toContain('<testsuites name="plumbline" tests="3" failures="2">');
    expect(text).toContain('<testsuite name="a.md" tests="2" failures="1">');
    expect(text).toContain('<testsuite name="b.md" tests="1" failures="1">');
    expect(text).toContain(
      '<testcase name="param-missing-from-page 2:1" classname="a.md" file="a.md" line="2"><system-out>',
    );
  });

  it('passes where nothing was found', () => {
    expect(junitReport(reportOf([]))).toContain('tests="1" failures="0"><testcase name="no findings"/>');
  });

  it('holds hostile names as text', () => {
    const text = junitReport(reportOf([finding({ name: ']]>"<x>&\u0000\ud800\n', file: '"<.md' })]));
    expect(text).toContain(']]&gt;&quot;&lt;x&gt;&amp;\ufffd\ufffd&#10;');
    expect(text).toContain('name="&quot;&lt;.md"');
  });
});
