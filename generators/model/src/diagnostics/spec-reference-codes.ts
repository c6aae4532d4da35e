import { define } from './define.ts';

export interface ReferenceArgs {
  readonly reference: string;
}

/** References that lead nowhere, and data that looks like one. */
export const specReferenceCodes = {
  'ref-unresolved': define<ReferenceArgs>({
    severity: 'error',
    title: 'Reference to nothing',
    explanation:
      'There is nothing at the place that a `$ref` points at, or no such file. A schema there is taken to allow anything, ' +
      'and a parameter, response or request body is left out. The emitted types name a component that does not exist.',
    fixable: false,
    message: ({ reference }) => `\`${reference}\` points at nothing.`,
    hint: () => 'Mend the pointer, or add the component that it names.',
    example: {
      language: 'yaml',
      before: "$ref: '#/components/schemas/Usr'\n",
      after: "$ref: '#/components/schemas/User'\n",
    },
  }),
  'ref-outside-folder': define<ReferenceArgs & { readonly folder: string }>({
    severity: 'error',
    title: 'Reference that leaves the folder of the spec',
    explanation:
      'A `$ref` may lead to other files of the folder in which the spec stands, and of the folders in it. One that leaves the ' +
      'folder could read any file of the machine, so nothing is read or generated. ' +
      'Files that the config or the command line names as specs may be referred to wherever they are.',
    fixable: false,
    message: ({ reference, folder }) => `\`${reference}\` leaves \`${folder}\`, the folder of the spec.`,
    hint: () => 'Move the file into the folder, or bundle the spec into one file.',
    example: {
      language: 'yaml',
      before: "$ref: '../../shared/user.yaml#/User'\n",
      after: "$ref: './shared/user.yaml#/User'\n",
    },
  }),
  'ref-remote': define<ReferenceArgs>({
    severity: 'error',
    title: 'Reference to the network',
    explanation:
      'The `$ref` points at a URL. A run never goes to the network unasked, and what the URL answers may change from ' +
      'day to day, so nothing is generated.',
    fixable: false,
    message: ({ reference }) => `\`${reference}\` is on the network, and is not fetched.`,
    hint: () =>
      'Download it beside the spec and refer to the file, or set `allowRemote: true` in the config.',
    example: {
      language: 'yaml',
      before: "$ref: 'https://example.org/user.yaml#/User'\n",
      after: "$ref: './user.yaml#/User'\n",
    },
  }),
  'ref-circular': define<ReferenceArgs>({
    severity: 'error',
    title: 'References in a circle',
    explanation:
      'A chain of `$ref`s, with nothing else on it, leads back to where it started. It describes no value at all. ' +
      '(A schema whose *property* refers to the schema itself is recursion, which is fine.)',
    fixable: false,
    message: ({ reference }) => `The reference to \`${reference}\` leads back to itself.`,
    hint: () => 'Replace one of the references by the schema that was meant.',
    example: {
      language: 'yaml',
      before: "User:\n  $ref: '#/components/schemas/User'\n",
      after: 'User:\n  type: object\n',
    },
  }),
  'ref-in-data': define<ReferenceArgs>({
    severity: 'info',
    title: '`$ref` inside data',
    explanation:
      'Inside an example, a default or a constant a `$ref` is plain data: it is shown as it stands. ' +
      'Several generators resolve it all the same, and fail where it points at nothing.',
    fixable: false,
    message: ({ reference }) => `The \`$ref\` to \`${reference}\` is data here, and is not followed.`,
    hint: () => 'Where a reference was meant, put it directly under a name in `examples`; else leave it.',
    example: {
      language: 'yaml',
      before: "example:\n  user:\n    $ref: '#/components/examples/User'\n",
      after: "examples:\n  user:\n    $ref: '#/components/examples/User'\n",
    },
  }),
  'property-named-ref': define<object>({
    severity: 'info',
    title: 'Property named `$ref`',
    explanation:
      'A schema describes a property whose name is `$ref`. That is valid and read as such, ' +
      'but several tools take the list of properties for a reference and fail.',
    fixable: false,
    message: () => 'A property is named `$ref`, which other tools may take for a reference.',
    hint: () => 'Leave it, if the API really has this property.',
    example: {
      language: 'yaml',
      before: 'properties:\n  $ref:\n    type: string\n',
      after: 'properties:\n  ref:\n    type: string\n',
    },
  }),
  'discriminator-target-missing': define<{ readonly value: string; readonly target: string }>({
    severity: 'warning',
    title: 'Discriminator that maps to nothing',
    explanation:
      'A value of a discriminator is mapped to a schema that the document does not have. ' +
      'The value is left out of the mapping.',
    fixable: false,
    message: ({ value, target }) =>
      `The discriminator maps \`${value}\` to \`${target}\`, which does not exist.`,
    hint: () => 'Mend the target, or take the value out of the mapping.',
    example: {
      language: 'yaml',
      before: "mapping:\n  SMS: '#/components/schemas/Sms'\n",
      after: "mapping:\n  SMS: '#/components/schemas/FactorSms'\n",
    },
  }),
  'security-scheme-unknown': define<{ readonly name: string }>({
    severity: 'warning',
    title: 'Unknown security scheme',
    explanation:
      'A security requirement names a scheme that `components.securitySchemes` does not have, ' +
      'so nobody can tell which credentials it asks for.',
    fixable: false,
    message: ({ name }) => `The security scheme \`${name}\` is not declared.`,
    hint: ({ name }) => `Add \`${name}\` to \`components.securitySchemes\`, or mend the name.`,
    example: {
      language: 'yaml',
      before: 'security:\n  - apiTokn: []\n',
      after: 'security:\n  - apiToken: []\n',
    },
  }),
};
