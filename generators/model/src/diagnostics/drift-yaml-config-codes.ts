import { define } from './define.ts';

/** Where a provider's own YAML disagrees with the config. */
export const driftYamlConfigCodes = {
  'yaml-pagination-differs': define<{
    readonly yaml: string;
    readonly config: string;
    readonly places: number;
  }>({
    severity: 'warning',
    title: 'Pagination differs from that of the config',
    explanation:
      "The config says how lists are paged, and the provider's YAML says something else, so the client and StackQL read " +
      'different numbers of rows. The config wins; without it the YAML is followed.',
    fixable: false,
    message: ({ yaml, config, places }) =>
      `The provider's YAML pages lists by ${yaml}${places === 1 ? '' : ` (in ${places} places)`}, but \`pagination\` of the config is \`${config}\`.`,
    hint: () => 'Take `pagination` out of the config, or correct one of the two.',
    example: {
      language: 'ts',
      before: "pagination: { kind: 'cursor' },",
      after: "pagination: { kind: 'link' },",
    },
  }),
  'yaml-server-variable-differs': define<{
    readonly name: string;
    readonly what: 'URL' | 'default';
    readonly yaml: string;
    readonly config: string | null;
  }>({
    severity: 'warning',
    title: 'Server variable differs from that of the config',
    explanation:
      "The config says how the server's URL is made of a variable, and the provider's YAML says something else, so the client " +
      'and StackQL address different servers. The config wins; without it the YAML is followed.',
    fixable: false,
    message: ({ name, what, yaml, config }) =>
      `The ${what} of the server variable \`${name}\` is \`${yaml}\` in the provider's YAML, but the config ` +
      (config === null ? 'has none.' : `says \`${config}\`.`),
    hint: ({ name }) => `Correct \`serverVariables.${name}\` in the config, or \`servers\` in the YAML.`,
    example: {
      language: 'yaml',
      before: 'variables: { subdomain: { default: your-org } }\n',
      after: 'variables: { subdomain: { default: my-org } }\n',
    },
  }),
  'yaml-server-variable-missing-from-config': define<{ readonly name: string; readonly url: string }>({
    severity: 'warning',
    title: "Server variable of the provider's YAML that the config lacks",
    explanation:
      "The provider's YAML makes the server's URL of a variable that `serverVariables` of the config does not have, although it " +
      'has others. The client cannot address the servers that StackQL can.',
    fixable: false,
    message: ({ name, url }) =>
      `The provider's YAML makes the URL \`${url}\` of the variable \`${name}\`, which the config does not have.`,
    hint: ({ name, url }) => `Add it to the config: \`serverVariables: { ${name}: { url: '${url}' } }\`.`,
    example: {
      language: 'ts',
      before: "serverVariables: { region: { url: 'https://{region}.example.com' } },",
      after: "serverVariables: { subdomain: { url: 'https://{subdomain}.example.com' } },",
    },
  }),
};
