import { describe, expect, it } from 'vitest';
import { emitClient } from '../emit-client.ts';
import { packageFolder } from '../testing/package-folder.ts';
import { sample } from '../testing/sample.ts';
import { scaffoldClient } from './scaffold.ts';

describe('scaffoldClient', () => {
  const files = scaffoldClient(sample);
  const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

  it('writes what belongs to the author of the package', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'package.json',
      'tsconfig.json',
      'tsdown.config.ts',
      'README.md',
      'src/index.ts',
    ]);
    expect(JSON.parse(contentOf('package.json'))).toMatchObject({ name: '@acme/client', sideEffects: false });
    expect(contentOf('src/index.ts')).toBe("export * from './generated/index.ts';\n");
  });

  it('names the same modules in the workspace and when published', () => {
    const { exports, publishConfig } = JSON.parse(contentOf('package.json'));
    const built = (source: string, extension: string) =>
      source.replace('./src/', './dist/').replace(/\.ts$/, extension);
    expect(publishConfig.exports).toEqual({
      ...Object.fromEntries(
        Object.entries<string>(exports).map(([subpath, source]) => [
          subpath,
          { types: built(source, '.d.ts'), default: built(source, '.js') },
        ]),
      ),
      './package.json': './package.json',
    });
  });

  it('shows a first call that type-checks', async () => {
    const folder = packageFolder((await emitClient(sample)).files);
    folder.write({ path: 'src/index.ts', content: contentOf('src/index.ts') });
    const manifest = { ...JSON.parse(contentOf('package.json')), devDependencies: {} };
    folder.write({ path: 'package.json', content: JSON.stringify(manifest) });
    const examples = [...contentOf('README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(examples).toHaveLength(2);
    for (const [i, content] of examples.entries()) folder.write({ path: `src/example${i}.ts`, content });
    const messages = folder.typeCheck('TypeScript 7');
    folder.remove();
    expect(messages).toBe('');
  }, 60_000);
});
