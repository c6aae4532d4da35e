export { type ReadOptions, readProviderYaml } from './read-provider-yaml.ts';
