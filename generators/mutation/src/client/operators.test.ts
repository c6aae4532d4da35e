import type { JsonValue } from '@plumbline/model';
import { describe, expect, it } from 'vitest';
import { runtimeFiles } from '../run/workspace.ts';
import { editText } from '../text-edit.ts';
import { clientFaults } from './operators.ts';
import { CORE_OPERATORS, RUNTIME_OPERATORS } from './text-operators.ts';

const MODULE = `/** Gets. */
export const getToken: (client: ClientCore, params: P) => Call<Token> =
  /* @__PURE__ */ method('GET /users/{userId}/tokens/{tokenId}', { query: ['after', 'limit', { name: 'a', key: 'b' }], header: ['If-Match'], page: { by: linkPages }, failures: [403, 429], scopes: 'tokens.read' });
export const addToken: (client: ClientCore, params: P) => Call<Token> =
  /* @__PURE__ */ method('POST /tokens', { body: { write: jsonBody, fields: ['a'] }, failures: [400] });
export const plain: (client: ClientCore) => Call<Token> =
  /* @__PURE__ */ method('GET /plain');
`;
const faults = clientFaults({ file: 'client/src/generated/a/b.ts', text: MODULE }, {});

describe('a fault of a method', () => {
  it.each<[string, { want: string }]>([
    ['client-method-changed', { want: "method('POST /users/{userId}/tokens/{tokenId}'" }],
    ['client-path-changed', { want: "method('GET /users/{userId}/tokensx/{tokenId}'" }],
    ['client-variables-swapped', { want: "method('GET /users/{tokenId}/tokens/{userId}'" }],
    [
      'client-parameters-swapped',
      {
        want: "query: [{ name: 'limit', key: 'after' }, { name: 'after', key: 'limit' }, { name: 'a', key: 'b' }]",
      },
    ],
    ['client-parameter-misnamed', { want: "query: [{ name: 'afterX', key: 'after' }, 'limit', {" }],
    ['client-header-dropped', { want: "header: [{ name: 'X-Nothing', key: 'If-Match' }], page" }],
    ['client-pages-unread', { want: "header: ['If-Match'], failures: [403, 429]" }],
    ['client-failure-forgotten', { want: 'failures: [999, 429]' }],
    ['client-scope-changed', { want: "scopes: 'tokens.readX' }" }],
    ['client-body-dropped', { want: "method('POST /tokens', { failures: [400] })" }],
    [
      'client-body-of-other-type',
      {
        want: "method('POST /tokens', { body: { type: 'text/plain', write: jsonBody, fields: ['a'] }, failures",
      },
    ],
    ['client-check-lost', { want: "method('POST /tokens', { body: { write: jsonBody }, failures" }],
  ])('%s', (operator, { want }) => {
    const fault = faults.find((each) => each.operator === operator);
    if (fault?.change.in !== 'client') throw new Error(`No place for ${operator}.`);
    expect(editText(MODULE, fault.change.edits)).toContain(want);
    expect(MODULE).not.toContain(want);
  });

  it('is found for methods of every form', () => {
    const changed = faults.filter(({ operator }) => operator === 'client-method-changed');
    expect(changed.map(({ operations }) => operations)).toEqual([
      ['GET /users/{userId}/tokens/{tokenId}'],
      ['POST /tokens'],
      ['GET /plain'],
    ]);
  });
});

describe('a fault of what is the same for all methods', () => {
  const CORE = `    {
      server: 'https://{subdomain}.okta.com',
      schemes: { apiToken: { by: authorization, prefix: 'SSWS ' } },
      security: [['apiToken'], ['oauth2']],
      errors: { message: 'errorSummary', code: 'errorCode' },
      failures: [403, 429],
      rateLimit: { reset: 'x-rate-limit-reset' },
    },
`;

  it('has a place for each operator', () => {
    const texts = clientFaults({ file: 'client/src/generated/core.ts', text: CORE }, {}).map(({ change }) =>
      change.in === 'client' ? editText(CORE, change.edits) : '',
    );
    for (const want of [
      "prefix: 'Other '",
      "security: [['oauth2']]",
      "errors: { message: 'errorSummaryX', code: 'errorCode' }",
      "errors: { message: 'errorSummary', code: 'errorCodeX' }",
      'failures: [999, 429]',
      "reset: 'x-nothing'",
      "server: 'https://x.{subdomain}.okta.com'",
    ]) {
      expect(texts.filter((text) => text.includes(want))).toHaveLength(1);
    }
    expect(texts).toHaveLength(7);
    expect(CORE_OPERATORS).toHaveLength(6);
  });
});

describe('a fault of what clients run on', () => {
  const runtime = [...runtimeFiles()].map(([file, text]) => ({ file, text }));

  it('is none of a provider that has nothing of that sort', () => {
    const unneeded = (document: JsonValue) =>
      runtime
        .flatMap((source) => clientFaults(source, document))
        .flatMap(({ equivalent }) => equivalent ?? []);
    const list = { in: 'path', name: 'ids', schema: { type: 'array' } };
    const get = { parameters: [list], responses: { 404: {} } };
    expect(unneeded({})).toContain('No parameter of a path or header is a list.');
    expect(unneeded({})).toContain('No operation declares 404.');
    expect(unneeded({ paths: { '/a': { get } } })).not.toContain('No operation declares 404.');
    expect(unneeded({ paths: { '/a': { get } } })).not.toContain(
      'No parameter of a path or header is a list.',
    );
  });

  it.each(RUNTIME_OPERATORS.map((operator) => [operator.what, operator] as const))(
    'has a place: %s',
    (_what, { file, find }) => {
      const places = runtime
        .filter((source) => file.test(source.file))
        .flatMap(({ text }) => text.match(find) ?? []);
      expect(places).not.toEqual([]);
    },
  );

  it('changes the source, and no import', () => {
    const found = runtime.flatMap((source) => clientFaults(source, {}).map((fault) => ({ fault, source })));
    for (const { fault, source } of found) {
      if (fault.change.in !== 'client') throw new Error('Another side.');
      const edited = editText(source.text, fault.change.edits);
      expect(edited).not.toBe(source.text);
      expect(edited.match(/^import .*$/gm)).toEqual(source.text.match(/^import .*$/gm));
    }
  });
});
