import { define } from './define.ts';

/** What a documented signature can and cannot do in SQL. */
export const driftSignatureCodes = {
  'signature-ambiguous': define<{
    readonly verb: string;
    readonly methods: readonly string[];
    readonly required: readonly string[];
    /** With what the spec requires the methods would differ. */
    readonly mendedBySpec: boolean;
  }>({
    severity: 'warning',
    title: 'Methods that SQL cannot tell apart',
    explanation:
      'A statement chooses its method by verb and required parameters. Two methods of one verb that document the same required set ' +
      'cannot be told apart, so one of them cannot be reached.',
    fixable: false,
    message: ({ verb, methods, required }) =>
      `${methods.map((name) => `\`${name}\``).join(', ')} cannot be told apart: each is ${/^[aeiou]/.test(verb) ? 'an' : 'a'} ${verb} that requires ` +
      `${required.length === 0 ? 'nothing' : `only ${required.map((name) => `\`${name}\``).join(', ')}`}.`,
    hint: ({ mendedBySpec }) =>
      mendedBySpec
        ? 'List the required parameters that they lack; then they differ.'
        : 'Make all but one of them EXEC methods, or move them to resources of their own.',
    example: {
      language: 'md',
      before: '| list_users | SELECT | subdomain |\n| get_user | SELECT | subdomain |',
      after: '| list_users | SELECT | subdomain |\n| get_user | SELECT | id, subdomain |',
    },
  }),
  'signature-names-no-row': define<{
    readonly method: string;
    readonly verb: string;
    readonly missing: readonly string[];
  }>({
    severity: 'error',
    title: 'Mutation that names no row',
    explanation:
      'A delete, update or replace method documents no required parameter but server variables, though its operation addresses one ' +
      'row by path parameters. Read as written, the statement would reach every row.',
    fixable: true,
    message: ({ method, verb, missing }) =>
      `\`${method}\` (${verb}) names no row: it lists none of ${missing.map((name) => `\`${name}\``).join(', ')}.`,
    hint: () => 'List the path parameters among the required ones.',
    example: {
      language: 'md',
      before: '| delete_user | DELETE | subdomain |',
      after: '| delete_user | DELETE | id, subdomain |',
    },
  }),
  'verb-contradicts-operation': define<{
    readonly method: string;
    readonly verb: string;
    readonly operation: string;
  }>({
    severity: 'error',
    title: 'SQL verb that contradicts the HTTP method',
    explanation:
      'The SQL verb of a method promises the opposite of what its operation does: a SELECT that deletes or writes, or a mutation that only reads.',
    fixable: false,
    message: ({ method, verb, operation }) =>
      `\`${method}\` is documented as ${verb.toUpperCase()}, which \`${operation}\` cannot be.`,
    hint: () =>
      'Correct the verb (EXEC fits any operation), or bind the method to the operation that is meant.',
    example: {
      language: 'md',
      before: '| delete_user | SELECT | id |',
      after: '| delete_user | DELETE | id |',
    },
  }),
};
