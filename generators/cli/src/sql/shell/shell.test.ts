import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../command-line/parse.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { loadClient } from '../load-client.ts';
import { sql } from '../sql.ts';
import { complete } from './complete.ts';
import { historyFile, oneLine } from './history.ts';

const root = path.resolve(import.meta.dirname, '../../../../..');

async function catalogueOfOkta() {
  const documents = { by: 'config', files: [], providers: ['okta'] } as const;
  const loaded = await loadClient({ by: 'config', documents }, root);
  if (!('catalogue' in loaded)) throw new Error('The embedded provider has a client.');
  return loaded.catalogue;
}

/** Types into a shell, waits for the prompt behind each, and answers with all that was said. */
async function typed(lines: readonly string[], args = '') {
  const invocation = parseCommandLine(`sql --base-url http://127.0.0.1:9 ${args}`.trim().split(' '));
  if (invocation.kind !== 'sql') throw new Error(JSON.stringify(invocation));
  const state = temporaryFolder({});
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const said: string[] = [];
  let wake = (): void => {};
  const write = (text: string) => {
    said.push(text);
    wake();
  };
  const env = { XDG_STATE_HOME: state };
  const ending = sql(
    invocation,
    { cwd: root, env, stdout: { write }, stderr: { write }, stdin: stdin as unknown as NodeJS.ReadStream },
    { interrupted: () => new Promise(() => {}) },
  );
  const prompted = (): boolean => /(?:> |\(y\/N\) )$/.test(said.at(-1) ?? '');
  for (const line of lines) {
    while (!prompted()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    said.push(`${line}\n`);
    stdin.write(`${line}\n`);
  }
  stdin.end();
  const code = await ending;
  const file = historyFile(env) ?? '';
  return { code, said: said.join('').replace(/, \d+\.\d\d s$/gm, ''), file };
}

describe('the shell', () => {
  it('runs what a semicolon ends, on however many lines, and what a dot begins', async () => {
    const { code, said } = await typed(['.mode csv', "SELECT 'a", "b;' AS x", '; SELECT 2 AS y;', 'quit']);
    expect(code).toBe(0);
    expect(said).toMatch(
      /^okta, 6 services, http:\/\/127\.0\.0\.1:9\nNo credentials yet: OKTA_API_TOKEN is not set\.\n/,
    );
    expect(said).toContain(
      "okta> SELECT 'a\n   '> b;' AS x\n   -> ; SELECT 2 AS y;\nx\r\n\"a\nb;\"\r\n1 row\ny\r\n2\r\n1 row\nokta> quit\n",
    );
  });

  it('shows what a change would send, and sends nothing without a yes', async () => {
    const { said } = await typed(["DELETE FROM okta.users.users WHERE id = 'a';", 'n'], '--write');
    expect(said).toContain('\n  DELETE /api/v1/users/a\nSend this? (y/N) n\nNot run.\nokta> ');
  });

  it('tells where a change is wrong before it asks', async () => {
    const { said } = await typed(["DELETE FROM okta.users.users WHERE nope = 'a';"], '--write');
    expect(said).toContain("  > 1 │ DELETE FROM okta.users.users WHERE nope = 'a';\n      │");
    expect(said).toMatch(/│ {13}\^\n/);
    expect(said).not.toContain('Send this?');
  });

  it('remembers what was asked, and writes down nothing that may hold a secret', async () => {
    const { file } = await typed([
      'SELECT 1 -- one',
      '  AS a;',
      "UPDATE okta.users.users SET credentials = '{}' WHERE id = 'a';",
      "SELECT 'x' FROM;",
      " SELECT 'kept out';",
      'EXPLAIN SELECT 2;',
    ]);
    expect(readFileSync(file, 'utf8')).toBe('SELECT 1 AS a;\nEXPLAIN SELECT 2;\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('reads long lines in no longer than they are', async () => {
    const [spaces, semicolons] = [' ', ';'].map((one) => one.repeat(200_000));
    const { said } = await typed([
      `quit${spaces}b`,
      `${semicolons}b;`,
      `.mode csv${spaces}${semicolons}`,
      '.mode',
    ]);
    expect(said).toContain('Rows are printed as csv;');
  });

  it('knows its own commands', async () => {
    const { said } = await typed([
      '.help',
      '.resources users',
      '.mode xml',
      '.modes',
      '.tables groups',
      '.schema users.oauth_tokens',
      '.max-requests 5',
      '.max-requests',
      '.read nowhere.sql',
      '.timer',
      '.gibberish',
      '.set a=b',
      '.set',
    ]);
    for (const one of [
      '.timer on|off ',
      'okta.users.oauth_tokens\n',
      'xml is none of table, line',
      'There is no .modes. Did you mean .mode?\n',
      'okta.groups.groups\n',
      'clientId',
      '.max-requests\n5 at most.\n',
      'nowhere.sql cannot be read: ',
      'The timer is on.',
    ])
      expect(said).toContain(one);
    expect(said).toContain('There is no .gibberish; .help lists what there is.\n');
    expect(said).toContain('\na=b\n');
  });
});

describe('a statement on one line', () => {
  it.each([
    ["SELECT a, -- why\n  'b  c' /* so */ FROM\tt", "SELECT a, 'b  c' /* so */ FROM t"],
    ["SELECT 'a\nb'", null],
  ])('%j', (given, want) => {
    expect(oneLine(given)).toBe(want);
  });
});

describe('completion', () => {
  it.each([
    [
      '',
      [
        'SELECT',
        'INSERT',
        'UPDATE',
        'REPLACE',
        'DELETE',
        'EXEC',
        'SHOW',
        'DESCRIBE',
        'EXPLAIN',
        'WITH',
        '.help',
      ],
    ],
    ['sel', ['SELECT']],
    ['.ti', ['.timer', '.timeout']],
    ['.mode j', ['json', 'jsonl']],
    ['SELECT * FROM ', ['okta.']],
    ['SELECT * FROM okta.us', ['okta.user.', 'okta.users.']],
    ['SELECT * FROM okta.users.', ['okta.users.oauth_tokens', 'okta.users.users']],
    ['SHOW re', ['RESOURCES']],
    ['SHOW RESOURCES ', ['IN', 'LIKE', 'WHERE']],
    ['SHOW RESOURCES IN okta.users', ['okta.users']],
    ['.resources us', ['user', 'users']],
    ['EXPLAIN EXEC okta.users.users.s', ['okta.users.users.suspend_user']],
    ['EXEC okta.users.users.activate_user @', ['id', 'sendEmail']],
    ['SELECT * FROM okta.users.users WHERE statusC', ['statusChanged']],
    ['SELECT * FROM okta.users.users u JOIN okta.users.oauth_tokens AS t ON t.user', ['t.userId']],
    ['SELECT 1; DELETE FROM okta.users.users WHERE ', ['id', 'sendEmail', 'Prefer']],
    ["SELECT 'okta.us", []],
    ['SELECT * FROM nobody.us', []],
    ['SELECT * FROM okta.users.users\nWHERE id = 1 OR', ['OR', 'ORDER']],
  ])('%s', async (given, want) => {
    expect((await complete(given, await catalogueOfOkta()))[0]).toEqual(want);
  });

  it('finds what is behind a long word', async () => {
    expect(await complete(`SELECT ${'x'.repeat(300_000)} FRO`, await catalogueOfOkta())).toEqual([
      ['FROM'],
      'FRO',
    ]);
  });
});
