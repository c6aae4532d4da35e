import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** What the README shows of a command, without the line of the command itself. */
function shown(command: string): string {
  const line = `$ npx -y pnpm@12 ${command}\n`;
  const from = readme.indexOf(line);
  if (from === -1) throw new Error(`The README does not show ${command}.`);
  const text = readme.slice(from + line.length);
  return text.slice(0, text.search(/^`{3,}$/m));
}

function plumbline(
  cwd: string,
  ...args: readonly string[]
): { readonly stdout: string; readonly stderr: string } {
  const bin = path.join(root, 'generators/cli/src/bin.ts');
  return spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}

/** Takes a text out of a file, which must have it. */
function without(file: string, text: string, from = 0): void {
  const before = readFileSync(file, 'utf8');
  const at = before.indexOf(text, from);
  expect(at, text).not.toBe(-1);
  writeFileSync(file, before.slice(0, at) + before.slice(at + text.length));
}

it('README.md shows what `plumbline drift` says of a row that was deleted', () => {
  const folder = temporaryFolder();
  cpSync(path.join(root, 'specs'), path.join(folder, 'specs'), { recursive: true });
  const page = path.join(folder, 'specs/okta/resources/groups/groups.md');
  const row = /<tr>\n.*code="delete_group"(?:.*\n)*?<\/tr>\n/.exec(readFileSync(page, 'utf8'))?.[0];
  without(page, row ?? 'no row of delete_group');
  const { stderr } = plumbline(folder, 'drift');
  expect(stderr.replace(/\nDone.*\n$/, '')).toBe(shown('plumbline drift'));
});

it('README.md shows what `plumbline fix` writes', () => {
  const folder = temporaryFolder();
  cpSync(path.join(root, 'specs/okta/openapi.yaml'), path.join(folder, 'openapi.yaml'));
  cpSync(path.join(root, 'specs/okta/resources'), path.join(folder, 'pages'), { recursive: true });
  const page = path.join(folder, 'pages/users/oauth_tokens.md');
  const method = 'revoke_tokens_for_user_and_client';
  const link = (name: string) => `, <a href="#parameter-${name}"><code>${name}</code></a>`;
  without(
    page,
    link('userId') + link('clientId'),
    readFileSync(page, 'utf8').indexOf(`<td><a href="#${method}">`),
  );
  const example = readFileSync(page, 'utf8').indexOf(`<TabItem value="${method}">\n\nRevokes`);
  without(
    page,
    "AND userId = '{{ userId }}' --required\nAND clientId = '{{ clientId }}' --required\n",
    example,
  );
  const args = ['--provider', 'okta', '--spec', 'openapi.yaml', '--pages', 'pages/**/*.md', '--dry-run'];
  const [first = '', ...others] = plumbline(folder, 'fix', ...args).stdout.split(/(?=^--- )/m);
  expect(others).toEqual([]);
  expect(first).toBe(shown(`plumbline fix ${args.join(' ').replace('pages/**/*.md', "'$&'")}`));
});

it('README.md counts the files that are generated', () => {
  const listed = [...shown('generate').matchAll(/(\d+) unchanged; (\S+)/g)];
  expect(listed).toHaveLength(3);
  for (const [, count, folder = ''] of listed) {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, '.plumbline-manifest.json'), 'utf8'));
    expect([folder, Object.keys(manifest.files).length]).toEqual([folder, Number(count)]);
  }
});
