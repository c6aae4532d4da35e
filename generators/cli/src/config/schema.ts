import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1, 'must not be empty'));

/** The same sentence stands in `config.ts`, where TypeScript shows it. */
function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

function optional<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.optional(v.pipe(schema, v.description(description)));
}

function listOf<const S extends v.GenericSchema>(item: S) {
  return v.array(item);
}

function recordOf<const S extends v.GenericSchema>(value: S) {
  return v.record(v.string(), value);
}

const serverVariable = v.strictObject({
  url: described(text, "The server's URL with the variable in braces."),
  default: optional(
    v.string(),
    'The value in examples; of a variable outside the host, also where none is given.',
  ),
  env: optional(text, 'The environment variable that a client reads the value from.'),
  description: optional(v.string(), 'What the variable is, for docs and comments.'),
});

const auth = v.strictObject({
  prefix: optional(v.string(), 'What stands before the credential in the header.'),
  env: optional(text, 'The environment variable that a client reads the credential from.'),
});

const pagination = v.strictObject({
  kind: described(v.picklist(['link', 'cursor', 'offset', 'page', 'none']), 'Where the next page is told.'),
});

const errors = v.strictObject({
  message: optional(text, 'The member with the message.'),
  code: optional(text, 'The member with the error code.'),
  id: optional(text, 'The member with the id of the failed request.'),
});

const rateLimit = v.strictObject({
  reset: optional(text, 'The response header with the time of the reset, in seconds since the epoch.'),
});

const ignoreRule = v.strictObject({
  code: described(text, 'The diagnostic code; `*` stands for any run of characters, here and below.'),
  resource: optional(text, 'The resource id.'),
  method: optional(text, "The method's name."),
  operation: optional(text, 'The operation, such as `GET /api/v1/users`.'),
  name: optional(text, 'The name of the parameter, field or component.'),
  reason: described(text, 'Why the finding is all right.'),
});

const client = v.strictObject({
  package: described(text, 'The npm name of the client package.'),
  dir: described(text, 'The folder of the package; its `src/generated` is emitted.'),
});

const docs = v.strictObject({
  dir: described(text, 'The folder of the pages, all of it emitted.'),
  siteUrl: optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+/, 'must be an http or https URL')),
    'Where the docs site will stand.',
  ),
  editUrl: optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+/, 'must be an http or https URL')),
    "Where the files of the config's folder can be edited: pages link to their sources there.",
  ),
  changelog: optional(
    text,
    'What changed from version to version, in Markdown: `##` for each version, `###` for its parts; default: CHANGELOG.md beside the config, if it is there.',
  ),
});

const contractTests = v.strictObject({
  dir: described(text, 'The folder of the package; its `src/generated` is emitted.'),
});

/** What a config holds. `Config` says the same to TypeScript, which a test holds. */
export const configSchema = v.strictObject({
  provider: described(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'must start with a letter and have letters, digits, `_` and `-`'),
    ),
    "The provider's id, the first part of every resource id.",
  ),
  spec: described(
    v.pipe(listOf(text), v.minLength(1, 'must not be empty')),
    'OpenAPI documents, as files or globs; several are merged.',
  ),
  upstream: optional(
    recordOf(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#]+/, 'must be an http or https URL'))),
    'Where files of the spec are published: `./openapi.yaml` to its URL. `plumbline regenerate` fetches them, nothing else does.',
  ),
  pages: optional(listOf(text), 'Resource pages, as files or globs.'),
  providerYaml: optional(
    listOf(text),
    "The provider's own YAML, whose `x-stackQL-resources` binds methods to operations.",
  ),
  overlays: optional(listOf(text), 'OpenAPI Overlay 1.0 documents, applied to the spec in order.'),
  serverVariables: optional(
    recordOf(serverVariable),
    "Variables of the server's URL by which the pages address a server.",
  ),
  auth: optional(recordOf(auth), 'How credentials are sent, by security scheme in camel case.'),
  pagination: optional(pagination, 'How lists are paged; overrides what was recognised in the spec.'),
  errors: optional(errors, 'Members of the error body.'),
  rateLimit: optional(rateLimit, 'What the server says about rate limits.'),
  bind: optional(
    recordOf(
      v.pipe(v.string(), v.regex(/^[A-Z]+ \//, 'must be an operation, such as `GET /api/v1/users/{id}`')),
    ),
    'The operation of a method, where none is found or the wrong one: `okta.users.users.get` to `GET /api/v1/users/{id}`.',
  ),
  rename: optional(
    recordOf(text),
    'The name that a method shall have: `okta.users.users.get` to `get_user`.',
  ),
  severity: optional(
    recordOf(v.picklist(['error', 'warning', 'info', 'off'])),
    "The severity of a diagnostic code, where it is not the catalogue's.",
  ),
  ignore: optional(
    listOf(ignoreRule),
    'Findings to silence, each with a reason: those for which all members of an entry hold.',
  ),
  baseline: optional(
    text,
    'The file of the baseline, the findings that do not count; default: plumbline.baseline.json beside the config.',
  ),
  allowRemote: optional(v.boolean(), 'Whether documents may be fetched from the network.'),
  client: optional(client, 'The client package; none is emitted without it.'),
  docs: optional(docs, 'The docs pages; none are emitted without it.'),
  contractTests: optional(contractTests, 'The contract tests; none are emitted without it.'),
});
