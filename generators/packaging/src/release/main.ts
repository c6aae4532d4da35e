import path from 'node:path';
import { publishedPackages, root } from '../published.ts';
import { repositoryProblems } from './repository-problems.ts';

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
const packages = publishedPackages().map(({ name, folder, manifest }) => ({
  name,
  folder: path.relative(root, folder).split(path.sep).join('/'),
  repository: manifest.repository,
}));
const problems = repositoryProblems(packages, server && repository ? { server, repository } : null);
if (problems.length > 0) {
  process.stderr.write(
    `Nothing is published: npm would refuse the provenance of these packages.\n${problems.join('\n')}\n`,
  );
  process.exitCode = 1;
}
