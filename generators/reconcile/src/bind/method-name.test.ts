import { describe, expect, it } from 'vitest';
import { methodNames } from './method-name.ts';

const names: [string, string[]][] = [
  ['listUserGrants', ['list_user_grants']],
  ['previewSAMLMetadataForApplication', ['preview_samlmetadata_for_application']],
  ['listOAuth2Clients', ['list_oauth2_clients']],
  ['get-user-2fa', ['get_user_2fa']],
  ['gists/get-comment', ['gists_get_comment', 'get_comment']],
  ['compute.instances.list', ['compute_instances_list', 'list']],
  ['trailing/', ['trailing_']],
  ['', ['']],
];

describe('the names that pages make of an operationId', () => {
  it.each(names)('%s', (given, want) => expect(methodNames(given)).toEqual(want));
});
