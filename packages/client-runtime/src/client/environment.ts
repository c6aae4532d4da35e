interface Process {
  readonly env?: { readonly [name: string]: string | undefined };
  readonly versions?: { readonly node?: string };
}

/** What servers have and browsers lack. */
type Platform = { readonly process?: Process };

/** The value of an environment variable; undefined where it is empty, and where there is no environment, as in browsers. */
export const fromEnvironment = (name = ''): string | undefined =>
  (globalThis as Platform).process?.env?.[name] || undefined;

/** Whether this is Node or what takes its place: there a `User-Agent` can be set, and is no matter of CORS. */
export const isServerSide = (): boolean => Boolean((globalThis as Platform).process?.versions?.node);
