import { define } from './define.ts';

/** Who says what a variable of the server URL is. */
export type ServerVariableSide = 'the config' | "the provider's YAML";

/** Variables of the server URL, which no operation declares and the config maps. */
export const driftServerCodes = {
  'server-variable-unmapped': define<{
    readonly name: string;
    readonly methods: number;
    readonly url: string;
  }>({
    severity: 'warning',
    title: 'Server variable that the config does not map',
    explanation:
      'Nearly every method documents a parameter that no operation declares, and the server URL of the spec has a variable: ' +
      'the parameter is how readers say which server they mean. Only the config can tell how the URL is made of it.',
    fixable: false,
    message: ({ name, methods, url }) =>
      `${methods} methods list the parameter \`${name}\`, which no operation declares: it stands for a variable of the server URL \`${url}\`.`,
    hint: ({ name, url }) => {
      const mapped = url.includes(`{${name}}`) ? url : `https://{${name}}.…`;
      return `Map it in the config: \`serverVariables: { ${name}: { url: '${mapped}' } }\`.`;
    },
    example: {
      language: 'ts',
      before: 'serverVariables: {}',
      after: "serverVariables: { subdomain: { url: 'https://{subdomain}.okta.com' } }",
    },
  }),
  'server-variable-type-differs': define<{ readonly name: string; readonly page: string }>({
    severity: 'warning',
    title: 'Type of a server variable that is not a string',
    explanation:
      'The row of a variable of the server URL tells another type than `string`. What is put into a URL is always text ' +
      '(OpenAPI 3.1, section 4.8.6).',
    fixable: true,
    message: ({ name, page }) =>
      `The server variable \`${name}\` is documented as \`${page}\`, but a part of a URL is a \`string\`.`,
    hint: () => 'Write `string` in the Datatype cell.',
    example: {
      language: 'md',
      before: '<td><code>integer</code></td>',
      after: '<td><code>string</code></td>',
    },
  }),
  'server-variable-default-missing-from-page': define<{
    readonly name: string;
    readonly config: string;
    readonly side: ServerVariableSide;
  }>({
    severity: 'info',
    title: 'Default of a server variable missing from the page',
    explanation:
      "The config, or the provider's YAML, says which value a variable of the server URL has when none is given, and its row " +
      'does not.',
    fixable: true,
    message: ({ name, config, side }) =>
      `The server variable \`${name}\` does not tell its default \`${config}\`, which is that of ${side}.`,
    hint: ({ config }) => `End the description with \`(default: ${config})\`.`,
    example: { language: 'md', before: 'Name of your org.', after: 'Name of your org. (default: my-org)' },
  }),
  'server-variable-default-differs': define<{
    readonly name: string;
    readonly page: string;
    readonly config: string | null;
    readonly side: ServerVariableSide;
  }>({
    severity: 'warning',
    title: 'Default of a server variable differs',
    explanation:
      "The row of a variable of the server URL tells a default that is not that of the config, or of the provider's YAML where " +
      'the config has none, so readers and clients address different servers.',
    fixable: true,
    message: ({ name, page, config, side }) =>
      `The default of the server variable \`${name}\` is documented as \`${page}\`, but ${side} ` +
      (config === null ? 'has none.' : `says \`${config}\`.`),
    hint: ({ name, config }) =>
      config === null
        ? `Remove the note, or give \`serverVariables.${name}\` a \`default\` in the config.`
        : `Write \`(default: ${config})\`, or set \`serverVariables.${name}.default\` in the config.`,
    example: { language: 'md', before: '(default: your-org)', after: '(default: my-org)' },
  }),
};
