import {
  clientSettings,
  diagnose,
  dictionary,
  isObject,
  type JsonObject,
  member,
  type ProviderModel,
  type Spec,
} from '@plumbline/model';
import type { Output } from '../command-line/options.ts';
import type { Stages } from '../pipeline/stages.ts';

/**
 * Stages as simple as can be. A spec is JSON that tells what comes of it:
 * `{ "client": { path: content }, "docs": …, "contract-tests": …, "drift": number }`; no JSON is unreadable, and
 * `"bug": true` throws while emitting.
 */
export const FAKE_STAGES: Stages = {
  identity: () => 'fake',
  beginPages: () => async () => ({ resources: [], indexes: [], ignores: [], diagnostics: [] }),
  async loadRead() {
    return {
      readOpenApi(files) {
        const [file = { path: 'none', text: '' }] = files;
        const at = { file: file.path, line: 1, column: 1 };
        try {
          return specOf(JSON.parse(file.text), file.path);
        } catch {
          const draft = diagnose({ code: 'input-not-utf8', args: { path: file.path, guess: null }, at });
          const { code, message, hint } = draft;
          return {
            unreadable: [{ code, severity: 'error', message, hint, subject: {}, source: at, related: [] }],
          };
        }
      },
      async readProviderYaml([file]) {
        throw new Error(`nobody reads ${file?.path} in these tests`);
      },
      reconcile: ({ spec, settings }) => ({ model: modelOf(spec, settings.provider), diagnostics: [] }),
    };
  },
  loadEmit: async (output: Output) => ({
    async emit({ document }) {
      if (member(document, 'bug') === true) throw new TypeError('an emitter fails');
      const files = member(document, output);
      return { files: entriesOf(files), diagnostics: [] };
    },
    scaffold: () =>
      output === 'docs'
        ? []
        : [
            { path: 'package.json', content: '{ "version": "0.1.0" }\n' },
            { path: 'README.md', content: '#\n' },
          ],
  }),
};

function entriesOf(files: unknown): { path: string; content: string }[] {
  return isObject(files)
    ? Object.entries(files).map(([path, content]) => ({ path, content: String(content) }))
    : [];
}

function specOf(document: JsonObject, file: string): Spec {
  const drift = Number(member(document, 'drift') ?? 0);
  return {
    title: '',
    description: '',
    version: '1',
    openapi: '3.1.0',
    tags: [],
    servers: [],
    operations: [],
    schemas: dictionary(),
    securitySchemes: [],
    document,
    diagnostics: Array.from({ length: drift }, (_, i) =>
      diagnose({
        code: 'param-missing-from-page',
        args: { method: 'get_user', name: `p${i}`, in: 'path', operation: 'GET /users/{id}' },
        at: { file, line: i + 1, column: 1 },
        subject: { resource: 'okta.users.users' },
      }),
    ),
    locate: (origin) => ({ file: origin.file, line: 1, column: 1 }),
    files: [file],
  };
}

function modelOf(spec: Spec, provider: string): ProviderModel {
  return {
    provider,
    title: '',
    description: '',
    specVersion: '1',
    openapi: '3.1.0',
    servers: [],
    serverVariables: [],
    securitySchemes: [],
    settings: clientSettings('x'),
    services: [],
    operations: dictionary(),
    schemas: dictionary(),
    document: spec.document,
  };
}
