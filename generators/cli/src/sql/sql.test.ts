import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContractServer, createContractServer, readProvider } from '@plumbline/contract-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseCommandLine } from '../command-line/parse.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { sql } from './sql.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const PROVIDER = path.join(root, 'packages/okta-contract-tests/src/generated/provider.json');

let server: ContractServer;
beforeAll(async () => {
  server = await createContractServer(readProvider(readFileSync(PROVIDER, 'utf8')), { items: 3 });
});
afterAll(() => server.close());

/** Runs `plumbline sql` with arguments, on the embedded provider, and answers with what it said. */
async function ran(
  args: readonly string[],
  { cwd = root, url = server.url as string | null, token = 'any' } = {},
) {
  vi.stubEnv('OKTA_API_TOKEN', token);
  vi.stubEnv('OKTA_SUBDOMAIN', '');
  const [out, err]: [string[], string[]] = [[], []];
  const invocation = parseCommandLine(['sql', ...args, ...(url === null ? [] : ['--base-url', url])]);
  const host = {
    cwd,
    env: {},
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  };
  if (invocation.kind !== 'sql') throw new Error(JSON.stringify(invocation));
  const ending = await sql(invocation, host, { interrupted: () => new Promise(() => {}) });
  vi.unstubAllEnvs();
  return { ending, out: out.join(''), err: err.join('').replace(/, \d+\.\d\d s$/gm, '') };
}

const FROM = 'FROM okta.users.users LIMIT 1';

describe('plumbline sql', () => {
  it('prints rows on standard output, and what they took on standard error', async () => {
    const { ending, out, err } = await ran(['-c', `SELECT status, 5 AS five, NULL AS none ${FROM}`]);
    expect(ending).toBe(0);
    expect(out).toBe('status  five  none\n──────  ────  ────\nACTIVE     5  NULL\n');
    expect(err).toBe('1 row, 1 request\n');
  });

  it.each([
    ['line', '── row 1 ───────────────────────────────\n  a  it is "b", c\nnil  NULL\n'],
    ['json', '[\n  {"a":"it is \\"b\\", c","nil":null}\n]\n'],
    ['jsonl', '{"a":"it is \\"b\\", c","nil":null}\n'],
    ['csv', 'a,nil\r\n"it is ""b"", c",\r\n'],
  ])('prints rows as %s', async (mode, want) => {
    const line = ['--mode', mode, '--quiet', '-c', `SELECT 'it is "b", c' AS a, NULL AS nil`];
    expect(await ran(line, { url: null })).toEqual({ ending: 0, out: want, err: '' });
  });

  it('runs the statements of files and commands in their order, up to the first that fails', async () => {
    const cwd = temporaryFolder({
      'a.sql': "-- first;\nSELECT ';' AS a;\n\nSELECT\n  nope FROM okta.users.users;\nSELECT 3",
    });
    const config = path.join(root, 'specs/okta/plumbline.config.ts');
    const { ending, out, err } = await ran(
      ['--config', config, '--mode', 'csv', '-c', 'SELECT 1 AS b', '--file', 'a.sql'],
      { cwd },
    );
    expect(out).toBe('b\r\n1\r\na\r\n;\r\n');
    expect(ending).toBe(1);
    expect(err).toContain(
      'error: `okta.users.users` has no column `nope`.\n  a.sql:5:3\n  > 5 │   nope FROM okta.users.users;\n      │   ^\n  hint: ',
    );
  });

  it('changes nothing unless it may', async () => {
    const line = "DELETE FROM okta.users.users WHERE id = 'a'";
    const refused = await ran(['-c', line]);
    expect(refused.err).toContain('which is not allowed here');
    expect(refused.err).toContain('hint: Allow it by `--write`.');
    expect(await ran(['--write', '-c', line])).toEqual({
      ending: 0,
      out: '',
      err: '1 call done, 1 request\n',
    });
  });

  it('stops where a call fails, and tells what stays, or goes on and tells what failed', async () => {
    const line = `INSERT INTO okta.groups.groups (profile) VALUES ('{"name":"a"}'), ('{"name":1}'), ('{"name":"c"}')`;
    const stopped = await ran(['--write', '-c', line, '-c', 'SELECT 1']);
    expect(stopped).toMatchObject({ ending: 1, out: '' });
    expect(stopped.err).toMatch(
      /^error: POST \/api\/v1\/groups answered 400\n[\s\S]*\n {2}1 call before it went through, and stays\. `--on-failure continue` goes on behind a failure\.\n$/,
    );
    const whole = await ran(['--write', '--on-failure', 'continue', '-c', line, '-c', 'SELECT 1']);
    expect(whole).toMatchObject({ ending: 1, out: '1\n─\n1\n' });
    expect(whole.err).toMatch(
      /^error: row 2: POST \/api\/v1\/groups answered 400; The request is not what the spec declares\.\n2 calls done, 1 failed, 3 requests\n1 row\n$/,
    );
  });

  it('names the bounds as its own options', async () => {
    const { err } = await ran([
      '--max-requests',
      '1',
      '-c',
      'SELECT g.id FROM okta.groups.groups g, okta.users.users u',
    ]);
    expect(err).toContain('or raise `--max-requests`.');
  });

  it('fills templates in', async () => {
    const { out } = await ran(['--mode', 'csv', '--set', 'a=it = b', '-c', 'SELECT {{ a }} AS a'], {
      url: null,
    });
    expect(out).toBe('a\r\nit = b\r\n');
  });

  it('tells what the provider refuses', async () => {
    const { ending, err } = await ran(['-c', `SELECT id ${FROM}`], { token: '' });
    expect(ending).toBe(1);
    expect(err).toMatch(/^error: GET \/api\/v1\/users answered 401.*\n/);
    expect(err).toContain('hint: Set `OKTA_API_TOKEN` in the environment: ');
    expect(err).not.toContain(' at ');
  });

  it('prints a statement to be filled in so that it can be copied', async () => {
    const { out } = await ran(['-c', 'SHOW INSERT INTO okta.groups.groups']);
    expect(out).toBe("INSERT INTO okta.groups.groups (\nprofile\n)\nSELECT\n'{{ profile }}'\n;\n");
  });

  it('needs a server, and says where it may come from', async () => {
    const { ending, err } = await ran(['-c', `SELECT id ${FROM}`], { url: null });
    expect(ending).toBe(1);
    expect(err).toContain(
      'hint: It takes `--set subdomain=…`, or `WHERE subdomain = …`, or OKTA_SUBDOMAIN in the environment or `--base-url URL`.',
    );
  });

  it('lets no statement leave the server that is given', async () => {
    const line = [
      '--set',
      'subdomain=acme',
      '-c',
      "SELECT id FROM okta.users.users WHERE subdomain = 'other'",
    ];
    const { ending, err } = await ran(line, { url: null });
    expect(ending).toBe(1);
    expect(err).toContain(
      'The statement is for subdomain `other`, and the client for https://acme.okta.com.',
    );
  });

  it('finds the client in an installed package, and says where there is none', async () => {
    const here = await ran(
      ['--package', '@plumbline/okta-client', '--mode', 'csv', '-c', "SHOW SERVICES LIKE 'u%s'"],
      {
        cwd: path.join(root, 'packages/sql-engine'),
      },
    );
    expect(here.out).toBe('name,id\r\nusers,okta.users\r\n');
    const nowhere = await ran(['--package', '@none/such', '-c', 'SELECT 1']);
    expect(nowhere.ending).toBe(2);
    expect(nowhere.err).toContain('`@none/such` is not installed here. Install it');
    const other = await ran(['--package', 'vitest', '-c', 'SELECT 1'], {
      cwd: path.join(root, 'generators/cli'),
    });
    expect(other.err).toContain('`vitest` exports no catalogue.');
  });

  it('needs a config, and one provider', async () => {
    const { ending, err } = await ran(['-c', 'SELECT 1'], { cwd: temporaryFolder({}) });
    expect(ending).toBe(2);
    expect(err).toContain('config-not-found');
  });
});
