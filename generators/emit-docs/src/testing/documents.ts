import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  dictionary,
  type InputFile,
  type ProviderModel,
  type ProviderSettings,
  providerSettings,
} from '@plumbline/model';
import { readOpenApi } from '@plumbline/read-openapi';
import { readResourcePages } from '@plumbline/read-resource-pages';
import { reconcile } from '@plumbline/reconcile';

export const repository = path.resolve(import.meta.dirname, '../../../..');
const corpora = path.join(repository, '../shared/corpora');

/** Documents of a provider that examples are held to. */
export interface Documents {
  readonly name: string;
  readonly isThere: boolean;
  readonly methods: number;
  readonly manifests: number;
  readonly model: () => ProviderModel;
}

const settings: ProviderSettings = providerSettings('okta', '@plumbline/okta-client', {
  serverVariables: dictionary([['subdomain', { url: 'https://{subdomain}.okta.com', default: 'my-org' }]]),
  client: { auth: dictionary([['apiToken', { prefix: 'SSWS ', env: 'OKTA_API_TOKEN' }]]) },
});

const tokens = '/api/v1/users/{userId}/clients/{clientId}/tokens';

export const embedded: Documents = {
  name: 'specs/okta',
  isThere: true,
  methods: 35,
  manifests: 3,
  model: () =>
    reconciled(path.join(repository, 'specs/okta'), ['openapi.yaml', 'resources/**/*.md'], {
      ...settings,
      // As its config has it.
      bind: dictionary([
        ['okta.user.clienttokens.get', `GET ${tokens}/{tokenId}`],
        ['okta.user.clienttokens.list', `GET ${tokens}`],
        ['okta.user.clienttokens.delete', `DELETE ${tokens}/{tokenId}`],
        ['okta.user.clienttokens.deleteAll', `DELETE ${tokens}`],
      ]),
    }),
};

export const corpus: Documents = {
  name: '699 methods (needs ../shared/corpora)',
  isThere: existsSync(corpora),
  methods: 699,
  manifests: 60,
  model: () => reconciled(path.join(corpora, 'okta'), ['openapi.yaml', 'pages/**/*.md'], settings),
};

function reconciled(
  folder: string,
  [specGlob, pageGlob]: readonly [string, string],
  given: ProviderSettings,
): ProviderModel {
  const spec = readOpenApi(read(folder, specGlob));
  if ('unreadable' in spec) throw new Error(`${specGlob} is unreadable`);
  const pages = readResourcePages(read(folder, pageGlob), { provider: given.provider });
  return reconcile({ spec, pages, settings: given }).model;
}

function read(folder: string, glob: string): readonly InputFile[] {
  return globSync(glob, { cwd: folder }).map((file) => ({
    path: file,
    text: readFileSync(path.join(folder, file), 'utf8'),
  }));
}
