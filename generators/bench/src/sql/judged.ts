/** Methods whose emitted SQL cannot be run as it stands, each with why. */
export const JUDGED: ReadonlyMap<string, string> = new Map([
  [
    'okta.logstreams.log_streams.create_log_stream',
    'its kinds need `settings`, which the base schema has not',
  ],
  [
    'okta.logstreams.log_streams.replace_log_stream',
    'its kinds need `settings`, which the base schema has not',
  ],
  [
    'okta.mappings.profile_mappings.update_profile_mapping',
    'the spec requires `expression` and `pushStatus`, and declares neither',
  ],
]);
