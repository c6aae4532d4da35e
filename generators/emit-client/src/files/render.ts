import { createTemplates, type Encoded, readTemplates } from '@plumbline/render';
import type { Declaration } from '../types/declaration.ts';
import type { ClientNames } from './client-names.ts';

type Ts = Encoded<'ts'>;

/** What each template is filled with. */
export interface Views {
  readonly declaration: Declaration;
  readonly types: TypesView;
  readonly resource: ResourceView;
  readonly core: CoreView;
  readonly client: ClientView;
  readonly index: ClientNames;
  readonly catalogue: CatalogueView;
  readonly 'service-catalogue': ServiceCatalogueView;
  readonly errors: ErrorsView;
  readonly oauth: { readonly [key: string]: never };
  readonly 'no-openapi': { readonly [key: string]: never };
  readonly 'scaffold-index': { readonly [key: string]: never };
  readonly readme: ReadmeView;
}

export interface TypesView {
  /** Names from the components; empty: none. */
  readonly imports: Ts;
  readonly declarations: readonly Declaration[];
}

export interface ResourceView {
  readonly runtime: Ts;
  readonly imports: readonly { readonly names: Ts; readonly from: Ts }[];
  readonly doc: Ts;
  /** The interface of the resource as a member of the client. */
  readonly name: Ts;
  readonly methods: readonly MethodView[];
  readonly declarations: readonly Declaration[];
}

export interface MethodView {
  readonly doc: Ts;
  readonly key: Ts;
  readonly params: Ts;
  readonly result: Ts;
  readonly functionDoc: Ts;
  /** The name that the module declares. */
  readonly name: Ts;
  /** The name that it exports, where that cannot be declared; else null. */
  readonly alias: Ts | null;
  readonly arguments: Ts;
}

export interface CoreView {
  readonly runtime: Ts;
  readonly auth: Ts;
  readonly options: Ts;
  readonly factory: Ts;
  readonly schemes: readonly OptionView[];
  readonly variables: readonly OptionView[];
  /** Members of the configuration. */
  readonly config: readonly Ts[];
}

export interface CatalogueView {
  readonly provider: Ts;
  readonly server: Ts;
  readonly variables: readonly Ts[];
  readonly services: readonly { readonly name: Ts; readonly resources: Ts; readonly from: Ts }[];
}

export interface ServiceCatalogueView {
  readonly columns: readonly { readonly name: Ts; readonly items: readonly Ts[] }[];
  readonly resources: readonly {
    readonly name: Ts;
    readonly from: Ts;
    readonly methods: readonly CatalogueMethodView[];
  }[];
}

export interface CatalogueMethodView {
  readonly name: Ts;
  readonly verb: Ts;
  readonly call: Ts;
  readonly operation: Ts;
  readonly params: readonly Ts[];
  readonly body: Ts | null;
  readonly columns: Ts;
  /** The members that few methods have. */
  readonly facts: readonly Ts[];
}

export interface OptionView {
  readonly doc: Ts;
  readonly key: Ts;
  readonly type: Ts;
}

export interface ClientView {
  readonly doc: Ts;
  readonly name: Ts;
  readonly factory: Ts;
  readonly coreFactory: Ts;
  readonly options: Ts;
  readonly modules: readonly { readonly name: Ts; readonly from: Ts }[];
  readonly services: readonly {
    readonly doc: Ts;
    readonly key: Ts;
    readonly resources: readonly ClientResourceView[];
  }[];
}

export interface ClientResourceView {
  readonly doc: Ts;
  readonly key: Ts;
  /** The module's local name. */
  readonly module: Ts;
  readonly type: Ts;
}

export interface ErrorsView extends Pick<ClientNames, 'error' | 'errorBody' | 'errorGuard'> {
  readonly imports: ResourceView['imports'];
  /** Of the body. */
  readonly type: Ts;
  /** What an `ApiError` must satisfy besides. */
  readonly test: Ts;
}

export interface ReadmeView extends Pick<ClientNames, 'error' | 'errorGuard'> {
  readonly title: Encoded<'mdx'>;
  readonly description: Encoded<'mdx'>;
  readonly package: Encoded<'shell'>;
  readonly code: Ts;
  readonly shakenCode: Ts;
}

export const templates = readTemplates<keyof Views>(new URL('../templates/', import.meta.url));

export const render = createTemplates<Views>(templates);
