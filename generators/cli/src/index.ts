export {
  type AuthConfig,
  type ClientConfig,
  type Config,
  type ContractTestsConfig,
  type DocsConfig,
  defineConfig,
  type ErrorsConfig,
  type IgnoreConfig,
  type PaginationConfig,
  type RateLimitConfig,
  type ServerVariableConfig,
} from './config/config.ts';
