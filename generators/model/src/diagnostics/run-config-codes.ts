import { define } from './define.ts';

/** What is wrong with the config. */
export const runConfigCodes = {
  'config-not-found': define<{
    readonly path: string | null;
    /** The folder above that has one. */
    readonly above: string | null;
  }>({
    severity: 'error',
    title: 'No config',
    explanation:
      'Without `--config`, the config is `plumbline.config.ts` in the working directory, else each `specs/*/plumbline.config.ts`. ' +
      'A single provider needs none: `--provider`, `--spec`, `--pages` and `--out` say it all.',
    fixable: false,
    message: ({ path, above }) => {
      if (path !== null) return `The config \`${path}\` does not exist.`;
      const missing = 'There is no `plumbline.config.ts` here, nor in a folder of `specs`';
      return above === null ? `${missing}.` : `${missing}; there is in \`${above}\`.`;
    },
    hint: ({ path, above }) => {
      if (path !== null) return 'Mend the path in `--config`.';
      return above === null
        ? 'Name the config with `--config FILE`, or make one with `plumbline init`; most commands take documents too, with `--provider ID --spec FILE`.'
        : `Run it there: \`cd ${above}\`; or name the config with \`--config FILE\`.`;
    },
    example: {
      language: 'sh',
      before: 'plumbline drift',
      after: 'plumbline drift --config specs/okta/plumbline.config.ts',
    },
  }),
  'config-not-loadable': define<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    title: 'Config that cannot be loaded',
    explanation:
      'The config is a TypeScript module that Node.js runs as it is: only types that can be erased, imports with file extensions, ' +
      'and a default export. It threw, or could not be parsed.',
    fixable: false,
    message: ({ path, reason }) => `The config \`${path}\` cannot be loaded: ${reason}.`,
    hint: ({ path }) =>
      `Mend it: it exports by \`export default defineConfig({ … })\`; where it throws, \`node ${path}\` shows the same error.`,
    example: {
      language: 'ts',
      before: "module.exports = { provider: 'okta' };",
      after:
        "import { defineConfig } from '@plumbline/cli';\n\nexport default defineConfig({ provider: 'okta', spec: ['./openapi.yaml'] });",
    },
  }),
  'config-key-unknown': define<{
    readonly path: string;
    readonly key: string;
    readonly nearest: string | null;
  }>({
    severity: 'error',
    title: 'Unknown key in the config',
    explanation: 'A key that nobody reads is a slip, and the setting that was meant has no effect.',
    fixable: false,
    message: ({ key }) => `\`${key}\` is not a key of the config.`,
    hint: ({ nearest }) => (nearest === null ? 'Take it out.' : `Did you mean \`${nearest}\`?`),
    example: {
      language: 'ts',
      before: "page: ['./resources/**/*.md'],",
      after: "pages: ['./resources/**/*.md'],",
    },
  }),
  'config-value-invalid': define<{ readonly key: string; readonly problem: string; readonly remedy: string }>(
    {
      severity: 'error',
      title: 'Wrong value in the config',
      explanation: 'A key of the config is missing, or has a value of the wrong kind.',
      fixable: false,
      message: ({ key, problem }) => `\`${key}\` ${problem}.`,
      hint: ({ remedy }) => remedy,
      example: { language: 'ts', before: "spec: './openapi.yaml',", after: "spec: ['./openapi.yaml']," },
    },
  ),
};
