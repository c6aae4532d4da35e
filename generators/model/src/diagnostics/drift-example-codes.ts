import { define } from './define.ts';

/** Examples that do not fit the method that they show. */
export const driftExampleCodes = {
  'example-unknown-method': define<{ readonly name: string; readonly resource: string }>({
    severity: 'error',
    title: 'Example of an unknown method',
    explanation:
      'An example is given for, or calls, a method that the Methods table of the page does not have.',
    fixable: false,
    message: ({ name, resource }) => `The example uses \`${name}\`, which is no method of \`${resource}\`.`,
    hint: () => 'Correct the name, or remove the example.',
    example: {
      language: 'sql',
      before: "EXEC okta.users.users.activate\n@id='{{ id }}' --required\n;",
      after: "EXEC okta.users.users.activate_user\n@id='{{ id }}' --required\n;",
    },
  }),
  'example-other-resource': define<{ readonly name: string; readonly resource: string }>({
    severity: 'error',
    title: 'Example of another resource',
    explanation: 'The statement of an example addresses another resource than the page documents.',
    fixable: false,
    message: ({ name, resource }) => `The example addresses \`${name}\` on the page of \`${resource}\`.`,
    hint: ({ resource }) => `Write \`${resource}\`.`,
    example: {
      language: 'sql',
      before: 'SELECT id FROM okta.users.user;',
      after: 'SELECT id FROM okta.users.users;',
    },
  }),
  'page-id-differs': define<{ readonly id: string; readonly used: string }>({
    severity: 'error',
    title: 'Id that no example of the page has',
    explanation:
      'All examples of a page address one and the same resource, and the page gives another as its id. One of the two is wrong: ' +
      'the page was copied from another one, or its resource was renamed.',
    fixable: false,
    message: ({ id, used }) => `The page is of \`${id}\`, but all its examples address \`${used}\`.`,
    hint: ({ id, used }) => `Write \`${used}\` as the id, or \`${id}\` in the examples.`,
    example: {
      language: 'md',
      before: '<tr><td><b>Id</b></td><td><CopyableCode code="okta.users.user" /></td></tr>',
      after: '<tr><td><b>Id</b></td><td><CopyableCode code="okta.users.users" /></td></tr>',
    },
  }),
  'example-other-verb': define<{ readonly method: string; readonly verb: string; readonly used: string }>({
    severity: 'error',
    title: 'Example with another verb',
    explanation:
      'The statement of an example uses another SQL verb than the one by which its method is accessible.',
    fixable: false,
    message: ({ method, verb, used }) =>
      `The example of \`${method}\` is ${used.toUpperCase()}, but the method is accessible by ${verb.toUpperCase()}.`,
    hint: ({ verb }) => `Write the example as ${verb.toUpperCase()}, or correct the method's verb.`,
    example: {
      language: 'sql',
      before: "UPDATE okta.groups.groups SET data__profile = '{{ profile }}';",
      after: "REPLACE okta.groups.groups SET data__profile = '{{ profile }}';",
    },
  }),
  'example-unknown-column': define<{ readonly method: string; readonly name: string }>({
    severity: 'error',
    title: 'Example with an unknown column',
    explanation:
      'An example selects or returns a column that neither the response of the operation nor the Fields table has.',
    fixable: true,
    message: ({ method, name }) =>
      `The example of \`${method}\` names the column \`${name}\`, which it does not have.`,
    hint: ({ name }) => `Correct or remove \`${name}\`.`,
    example: {
      language: 'sql',
      before: 'SELECT id, stauts FROM okta.users.users;',
      after: 'SELECT id, status FROM okta.users.users;',
    },
  }),
  'example-unknown-parameter': define<{ readonly method: string; readonly name: string }>({
    severity: 'error',
    title: 'Example with an unknown parameter',
    explanation:
      "An example passes a parameter that is neither the operation's, nor in its body, nor listed by the method's row.",
    fixable: true,
    message: ({ method, name }) =>
      `The example of \`${method}\` passes the parameter \`${name}\`, which the method does not have.`,
    hint: ({ name }) => `Correct or remove \`${name}\`.`,
    example: {
      language: 'sql',
      before: "DELETE FROM okta.users.users WHERE userid = '{{ userid }}';",
      after: "DELETE FROM okta.users.users WHERE id = '{{ id }}';",
    },
  }),
  'example-unknown-body-field': define<{ readonly method: string; readonly name: string }>({
    severity: 'error',
    title: 'Example with an unknown body field',
    explanation:
      'An example sends a body field that the request body of the operation does not have, or that is read-only there.',
    fixable: true,
    message: ({ method, name }) =>
      `The example of \`${method}\` sends the body field \`${name}\`, which the request body does not have.`,
    hint: ({ name }) => `Correct or remove \`${name}\`.`,
    example: {
      language: 'sql',
      before: "UPDATE okta.users.users SET data__nme = '{{ name }}';",
      after: "UPDATE okta.users.users SET data__name = '{{ name }}';",
    },
  }),
  'example-lacks-required-parameter': define<{ readonly method: string; readonly name: string }>({
    severity: 'error',
    title: 'Example without a required parameter',
    explanation:
      "An example does not pass a parameter that the method's row lists as required, so it fails as it is written.",
    fixable: true,
    message: ({ method, name }) => `The example of \`${method}\` lacks the required parameter \`${name}\`.`,
    hint: ({ name }) => `Pass \`${name}\`, marked as required.`,
    example: {
      language: 'sql',
      before: 'DELETE FROM okta.users.users\n;',
      after: "DELETE FROM okta.users.users\nWHERE id = '{{ id }}' --required\n;",
    },
  }),
};
