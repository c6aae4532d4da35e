import { define } from './define.ts';
import { listed } from './listed.ts';

/** Where a provider's own YAML disagrees with the spec. */
export const driftYamlSpecCodes = {
  'yaml-operation-missing-from-spec': define<{ readonly method: string; readonly operation: string }>({
    severity: 'error',
    title: "Operation of the provider's YAML that the spec does not have",
    explanation:
      "A method of the provider's YAML calls an operation that is not in the spec (any more): it was removed, or its path " +
      'changed. The names of the variables in a path are not compared.',
    fixable: false,
    message: ({ method, operation }) =>
      `\`${method}\` calls \`${operation}\` in the provider's YAML, which the spec does not have.`,
    hint: () => 'Remove the method from the YAML, or correct its `operation.$ref`.',
    example: {
      language: 'yaml',
      before: "operation: { $ref: '#/paths/~1volumes~1{bookId}/get' }\n",
      after: `operation: { $ref: '#/paths/~1books~1{bookId}/get' }\n`,
    },
  }),
  'yaml-response-missing-from-spec': define<{
    readonly method: string;
    readonly status: string;
    readonly operation: string;
    readonly declared: readonly string[];
  }>({
    severity: 'warning',
    title: "Response of the provider's YAML that the operation does not declare",
    explanation:
      "`openAPIDocKey` in the provider's YAML tells which response of the operation has the rows. The operation declares no " +
      'response of that status, so StackQL finds no schema for them.',
    fixable: false,
    message: ({ method, status, operation, declared }) =>
      `\`${method}\` reads ${status === '' ? 'no response' : `the response \`${status}\``}, but \`${operation}\` declares ${listed(declared, 'and')}.`,
    hint: () => 'Write the status of the response that has the rows.',
    example: {
      language: 'yaml',
      before: "response: { openAPIDocKey: '200' }\n",
      after: "response: { openAPIDocKey: '201' }\n",
    },
  }),
  'yaml-media-type-differs': define<{
    readonly method: string;
    readonly status: string;
    readonly mediaType: string;
    readonly declared: readonly string[];
  }>({
    severity: 'warning',
    title: "Media type of the provider's YAML that the response does not have",
    explanation:
      "`mediaType` in the provider's YAML tells which content of the response has the rows. The response of the spec has " +
      'another, or has one where the YAML says that there is none, and the rows are lost.',
    fixable: false,
    message: ({ method, status, mediaType, declared }) =>
      `\`${method}\` reads ${mediaType === '' ? 'no content' : `\`${mediaType}\``} of the response \`${status}\`, which has ${listed(declared, 'and')}.`,
    hint: ({ declared }) => `Write \`mediaType: ${declared[0]}\`.`,
    example: {
      language: 'yaml',
      before: "response: { openAPIDocKey: '200', mediaType: '' }\n",
      after: "response: { openAPIDocKey: '200', mediaType: application/json }\n",
    },
  }),
  'yaml-object-key-missing-from-spec': define<{
    readonly method: string;
    readonly objectKey: string;
    readonly name: string;
    readonly nearest: string | null;
  }>({
    severity: 'warning',
    title: "Path of the provider's YAML that leads nowhere in the response",
    explanation:
      "`objectKey` in the provider's YAML is the path to the rows of a response (a JSONPath). A member on it is not in the " +
      "response's schema, so a query returns nothing.",
    fixable: false,
    message: ({ method, objectKey, name }) =>
      `\`objectKey\` of \`${method}\` is \`${objectKey}\`, but the response has no \`${name}\` there.`,
    hint: ({ nearest }) =>
      nearest === null
        ? 'Correct the path, or remove it where the rows are the response itself.'
        : `Correct the path, for instance to \`$.${nearest}\`.`,
    example: { language: 'yaml', before: 'objectKey: $.books\n', after: 'objectKey: $.items\n' },
  }),
  'yaml-param-missing-from-spec': define<{
    readonly name: string;
    readonly setting: 'pagination' | 'queryParamPushdown';
    readonly methods: number;
  }>({
    severity: 'warning',
    title: "Parameter of the provider's YAML that no operation has",
    explanation:
      "`pagination` and `queryParamPushdown` in the provider's YAML name the query parameters by which the next page and LIMIT " +
      'are sent. No operation that the setting is for declares such a parameter, so it has no effect.',
    fixable: false,
    message: ({ name, setting, methods }) =>
      `\`${setting}\` sends the query parameter \`${name}\`, which ` +
      (methods === 1
        ? 'the operation does not have.'
        : `none of the ${methods} operations that it is for has.`),
    hint: () => 'Correct the name of the parameter, or remove the setting.',
    example: {
      language: 'yaml',
      before: 'queryParamPushdown: { top: { paramName: maxResults } }\n',
      after: 'queryParamPushdown: { top: { paramName: limit } }\n',
    },
  }),
};
