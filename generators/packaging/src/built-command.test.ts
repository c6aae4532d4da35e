import { cpSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './published.ts';
import { run } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SOURCE = path.join(root, 'generators/cli/src/bin.ts');
const BUILT = path.join(root, 'generators/cli/dist/bin.js');

const folders = [SOURCE, BUILT].map((bin) => ({ bin, folder: temporaryFolder() }));

describe('the built command', () => {
  it.each([[['--help']], [['--version']], [['explain', 'param-missing-from-page']], [['drfit']]])(
    'says what the command from source says: %j',
    (args) => {
      expect(run(root, [process.execPath, BUILT, ...args])).toEqual(
        run(root, [process.execPath, SOURCE, ...args]),
      );
    },
  );

  it('makes of the embedded provider the same model, report and files, byte for byte', () => {
    const [fromSource, fromBuild] = folders.map(({ bin, folder }) => {
      for (const entry of ['openapi.yaml', 'plumbline.config.ts', 'resources']) {
        cpSync(path.join(root, 'specs/okta', entry), path.join(folder, 'specs/okta', entry), {
          recursive: true,
        });
      }
      const generate = run(folder, [
        process.execPath,
        bin,
        'generate',
        '--reporter',
        'json',
        '--fail-on',
        'never',
      ]);
      const model = run(folder, [process.execPath, bin, 'model', '--quiet']);
      return { generate, model, files: filesOf(folder) };
    });
    expect(fromBuild?.generate).toMatchObject({ status: 0, stdout: fromSource?.generate.stdout });
    expect(fromBuild?.model).toMatchObject({ status: 0, stderr: '' });
    expect(fromBuild?.model.stdout === fromSource?.model.stdout).toBe(true);
    expect(Object.keys(fromBuild?.files ?? {}).length).toBeGreaterThan(50);
    expect(fromBuild?.files).toEqual(fromSource?.files);
  });
});

function filesOf(folder: string): { readonly [file: string]: string } {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}
