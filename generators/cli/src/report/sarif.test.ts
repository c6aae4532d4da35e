import { describe, expect, it } from 'vitest';
import { finding, reportOf } from '../testing/report.ts';
import { sarifSchema } from '../testing/sarif-schema.ts';
import { sarifReport } from './sarif.ts';

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly unknown[];
      readonly partialFingerprints: object;
    }[];
  }[];
}

const related = [{ message: 'here', source: { file: 'spec/o.yaml', line: 3, column: 4 } }];
const report = reportOf([
  finding({ file: 'docs/ü x.md', line: 7, column: 9, related }),
  finding({ severity: 'warning' }),
  finding({ severity: 'info', line: 3 }),
]);

function logOf(given: typeof report): Log {
  return JSON.parse(sarifReport(given));
}

describe('the SARIF log', () => {
  it("is valid by the standard's schema", () => {
    const validate = sarifSchema();
    for (const given of [report, reportOf([])]) {
      validate(logOf(given));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('gives every result its rule, level and place', () => {
    const [run] = logOf(report).runs;
    expect(run?.results.map(({ level }) => level)).toEqual(['warning', 'note', 'error']);
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    }
    expect(run?.results[2]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'docs/%C3%BC%20x.md' },
          region: { startLine: 7, startColumn: 9 },
        },
      },
    ]);
  });

  it('gives fingerprints that survive a shift of lines and tell findings apart', () => {
    const prints = (given: typeof report) =>
      logOf(given).runs[0]?.results.map((one) => one.partialFingerprints);
    expect(prints(reportOf([finding({ line: 9 })]))).toEqual(prints(reportOf([finding({ line: 1 })])));
    const all = prints(reportOf([finding(), finding({ name: 'x' }), finding({ line: 5 })])) ?? [];
    expect(new Set(all.map((print) => JSON.stringify(print))).size).toBe(3);
  });
});
