import { describe, expect, it } from 'vitest';
import { NO_COLOURS } from '../terminal/colours.ts';
import { csvText, jsonText } from './cells.ts';
import { writeRows } from './write-rows.ts';

async function printed(
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  style: { readonly width: number; readonly isWhole?: boolean; readonly mode?: 'table' | 'json' },
) {
  const out: string[] = [];
  const stream = (async function* () {
    yield* rows;
  })();
  await writeRows(names, stream, {
    style: { mode: 'table', colours: NO_COLOURS, isWhole: false, ...style },
    host: { stdout: { write: (text) => out.push(text) } },
  });
  return out.join('').split('\n');
}

describe('a table', () => {
  it('has numbers at the right, and columns as wide as what they hold on a terminal', async () => {
    expect(
      await printed(
        ['n', 'name'],
        [
          [1, '日本'],
          [20n, 'e\u0301té'],
          [null, ''],
        ],
        { width: 80 },
      ),
    ).toEqual(['   n  name', '────  ────', '   1  日本', '  20  e\u0301té', 'NULL', '']);
  });

  it('cuts off the widest columns, and none that is short', async () => {
    expect(await printed(['id', 'a', 'b'], [['x1', 'a'.repeat(40), '日'.repeat(20)]], { width: 30 })).toEqual(
      ['id  a             b', '──  ────────────  ────────────', 'x1  aaaaaaaaaaa…  日日日日日…', ''],
    );
  });

  it.each([
    ['too many columns for the terminal', { width: 20 }],
    ['what is to be seen whole', { width: 30, isWhole: true }],
  ])('becomes lines: %s', async (_, style) => {
    const lines = await printed(['id', 'name'], [['a'.repeat(20), 'b'.repeat(20)]], style);
    expect(lines[0]).toMatch(/^── row 1 ─+$/);
    expect(lines[1]).toMatch(/^ {2}id {2}a/);
  });

  it('lets no server drive the terminal', async () => {
    const text = (await printed(['\u001b]0;x\u0007'], [['\u001b[2J\r\n\u202edne']], { width: 80 })).join(
      '\n',
    );
    expect(text).not.toMatch(/[\u001b\u0007\r\u202e]/);
    const json = (await printed(['a'], [['\u009b2J\u202e\u001b']], { width: 80, mode: 'json' })).join('');
    expect(JSON.parse(json)).toEqual([{ a: '\u009b2J\u202e\u001b' }]);
    expect(json).toMatch(/^[ -~]+$/);
  });
});

describe('rows without end', () => {
  it('are taken no further than somebody reads them', async () => {
    let taken = 0;
    const rows = (async function* () {
      for (;;) yield [taken++];
    })();
    const style = { mode: 'csv', colours: NO_COLOURS, isWhole: false, width: 80 } as const;
    await writeRows(['a'], rows, { style, host: { stdout: { write() {} }, isUnread: true } });
    expect(taken).toBeLessThan(1000);
  });
});

describe('a value', () => {
  // Vitest cannot name a test by an integer of any size.
  const cases: readonly (readonly [value: unknown, csv: string, json: string])[] = [
    [null, '', 'null'],
    ['', '""', '""'],
    [' a', '" a"', '" a"'],
    ['=1+1', '=1+1', '"=1+1"'],
    [2n ** 60n, '1152921504606846976', '1152921504606846976'],
    [{ a: [2n ** 60n] }, '"{""a"":[1152921504606846976]}"', '{"a":[1152921504606846976]}'],
    [new Uint8Array([1, 255]), '01ff', '"01ff"'],
    [true, 'true', 'true'],
  ];
  it.each(cases.map(([, csv, json], i) => [csv, json, i] as const))(
    'is %s in CSV, %s in JSON',
    (csv, json, i) => {
      const value = cases[i]?.[0];
      expect([csvText(value), jsonText(value)]).toEqual([csv, json]);
    },
  );
});
