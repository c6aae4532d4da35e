export { type ClientCredentials, clientCredentials } from './client-credentials.ts';
