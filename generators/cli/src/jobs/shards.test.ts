import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { filesIn, temporaryFolder } from '../testing/temporary-folder.ts';

const PROVIDERS = ['a', 'b', 'c', 'd', 'e'];

const workspace = (): string =>
  temporaryFolder(
    Object.fromEntries(
      PROVIDERS.flatMap((id) => [
        [
          `specs/${id}/plumbline.config.ts`,
          `export default { provider: '${id}', spec: ['spec.json'], pages: [], docs: { dir: '../../docs/content/${id}' } };`,
        ],
        [`specs/${id}/spec.json`, `{ "docs": { "index.md": "${id}" } }`],
      ]),
    ),
  );
const providersIn = (cwd: string): readonly string[] =>
  Object.keys(filesIn(join(cwd, 'docs'))).flatMap(
    (file) => /^content\/(\w+)\/index\.md$/.exec(file)?.[1] ?? [],
  );

describe('shards of a workspace', () => {
  it('are together all of it, and no provider is in two', async () => {
    const whole = workspace();
    expect((await runCommand(whole, 'generate')).ending).toBe(0);
    const cwd = workspace();
    expect((await runCommand(cwd, 'generate --shard 1/2')).ending).toBe(0);
    expect(providersIn(cwd)).toEqual(['a', 'c', 'e']);
    const first = filesIn(join(cwd, 'docs'));
    rmSync(join(cwd, 'docs'), { recursive: true });
    expect((await runCommand(cwd, 'generate --shard 2/2')).ending).toBe(0);
    expect(providersIn(cwd)).toEqual(['b', 'd']);
    expect({ ...first, ...filesIn(join(cwd, 'docs')) }).toEqual(filesIn(join(whole, 'docs')));
  });

  it('may be empty, and follow no order but that of the paths', async () => {
    const cwd = workspace();
    expect((await runCommand(cwd, 'generate --shard 6/6')).ending).toBe(0);
    const configs = ['e', 'b', 'a'].map((id) => `--config specs/${id}/plumbline.config.ts`).join(' ');
    await runCommand(cwd, `generate ${configs} --shard 2/2`);
    expect(providersIn(cwd)).toEqual(['b']);
  });

  it.each(['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3'])('are not `%s`', async (shard) => {
    await expect(runCommand(workspace(), `drift --shard ${shard}`)).rejects.toThrow(
      'Not a command that runs',
    );
  });
});
