/** What npm reads of a package.json to check where a package says that it comes from. */
export interface ReleasedPackage {
  readonly name: string;
  /** Relative to the root, with `/`. */
  readonly folder: string;
  /** `repository` of its package.json, whatever it is. */
  readonly repository: unknown;
}

/**
 * What stands in the way of a release with provenance: npm takes a signed statement only of a package whose `repository` is
 * the one that the workflow ran in. `server` and `repository` are those of the workflow; null outside of one, where each
 * package must name some repository.
 */
export function repositoryProblems(
  packages: readonly ReleasedPackage[],
  workflow: { readonly server: string; readonly repository: string } | null,
): readonly string[] {
  return packages.flatMap(({ name, folder, repository }) => {
    const expected = workflow === null ? 'git+https://HOST/OWNER/NAME.git' : urlOf(workflow);
    const wanted = { type: 'git', url: expected, directory: folder };
    const url = memberOf(repository, 'url');
    const isRight =
      memberOf(repository, 'directory') === folder &&
      (workflow === null
        ? /^git\+https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+\.git$/.test(url ?? '')
        : url === urlOf(workflow));
    return isRight ? [] : [`${name}: its package.json lacks "repository": ${JSON.stringify(wanted)}`];
  });
}

function urlOf({ server, repository }: { readonly server: string; readonly repository: string }): string {
  return `git+${server}/${repository}.git`;
}

function memberOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : undefined;
}
