import { type WrongDraft, wireOf } from '../server/requests.ts';

/** Sends requests that are wrong in one way each; gives those that the server takes, by what is wrong. */
export async function acceptedOf(
  wrong: readonly WrongDraft[],
  url: string,
): Promise<ReadonlyMap<string, readonly WrongDraft[]>> {
  const accepted = new Map<string, WrongDraft[]>();
  for (const one of wrong) {
    const { target, init } = wireOf(one.draft, one.text);
    const { status, body } = await fetch(url + target, { ...init, redirect: 'manual' });
    await body?.cancel();
    if (status >= 400) continue;
    const known = accepted.get(one.kind);
    if (known === undefined) accepted.set(one.kind, [one]);
    else known.push(one);
  }
  return accepted;
}
