interface Process {
  readonly env?: { readonly [name: string]: string | undefined };
  readonly versions?: { readonly node?: string };
}

/** What servers have and browsers lack. */
const processOf = (): Process => (globalThis as { readonly process?: Process }).process ?? {};

/** The value of an environment variable; undefined where it is empty, and where there is no environment, as in browsers. */
export const fromEnvironment = (name = ''): string | undefined => processOf().env?.[name] || undefined;

/** Whether this is Node or what takes its place: there a `User-Agent` can be set, and is no matter of CORS. */
export const isServerSide = (): boolean => Boolean(processOf().versions?.node);
