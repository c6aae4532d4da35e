// Bundled for a page of its own: what an application does with the client, as functions that answer with JSON.
import { type Call, type ClientCore, method, multipart } from '@plumbline/client-runtime';
import { createOktaCore } from '../src/generated/core.ts';
import { getUser } from '../src/generated/users/users.ts';
import { AbortError, createOktaClient, isOktaError, NotFoundError, TimeoutError } from '../src/index.ts';

/** No method of the excerpt sends files, so this one is as the generator writes them. */
const uploadLogo: (client: ClientCore, params: { brandId: string; body: object }) => Call<unknown> =
  /* @__PURE__ */ method('POST /api/v1/brands/{brandId}/logo', {
    body: { type: 'multipart/form-data', write: multipart },
  });

const options = (baseUrl: string) => ({ baseUrl, auth: { apiToken: 'secret' } });

export const behaviours = {
  get: (origin: string) => createOktaClient(options(origin)).users.users.getUser({ id: 'ada/é?' }),
  getByImport: (origin: string) => getUser(createOktaCore(options(origin)), { id: 'ada' }),
  post: (origin: string) =>
    createOktaClient(options(origin)).groups.groups.addGroup({ body: { profile: { name: 'Zoë' } } }),
  upload: (origin: string) =>
    uploadLogo(createOktaCore(options(origin)), {
      brandId: 'b1',
      body: { file: new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }), tags: ['a', 'b'] },
    }),
  pages: async (origin: string) => {
    const ids: unknown[] = [];
    for await (const user of createOktaClient(options(origin)).users.users.listUsers({ limit: 2 })) {
      ids.push(user.id);
    }
    return ids;
  },
  retry: async (origin: string) => {
    const waits: number[] = [];
    const okta = createOktaClient({ ...options(origin), onRetry: ({ delay }) => void waits.push(delay) });
    const { id } = await okta.users.users.getUser({ id: 'busy' });
    return { id, waits };
  },
  error: async (origin: string) => {
    try {
      return await createOktaClient(options(origin)).users.users.getUser({ id: 'gone' });
    } catch (error) {
      return error instanceof NotFoundError && isOktaError(error)
        ? { status: error.status, code: error.code, requestId: error.requestId, message: error.message }
        : String(error);
    }
  },
  abort: async (origin: string) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const call = createOktaClient(options(origin)).users.users.getUser(
      { id: 'slow' },
      { signal: controller.signal },
    );
    return Promise.resolve(call).catch((error: unknown) => error instanceof AbortError);
  },
  timeout: async (origin: string) => {
    const okta = createOktaClient({ ...options(origin), timeout: 50, retry: false });
    const call = okta.users.users.getUser({ id: 'slow' });
    return Promise.resolve(call).catch((error: unknown) => error instanceof TimeoutError);
  },
} satisfies { readonly [name: string]: (origin: string) => PromiseLike<unknown> };

Object.assign(globalThis, { behaviours });
