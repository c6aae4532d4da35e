import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { MethodData, ParameterLink, ResponseData } from '@plumbline/emit-docs';
import DataTable from '@site/src/components/DataTable';
import Nested from '@site/src/components/Nested';
import PageLink from '@site/src/components/PageLink';
import RichText from '@site/src/components/RichText';
import SpecLink from '@site/src/components/SpecLink';
import { Fragment, type ReactNode } from 'react';

/** What there is to know of a method beyond its cells: its example, and its operation, responses and errors to open in place. */
export default function MethodDetails({ of }: { readonly of: MethodData }) {
  const { id, name, example, responses } = of;
  useBrokenLinks().collectAnchor(id);
  return (
    <div className="method-details">
      <PageLink to={example} label={`Example of ${name}`}>
        Example
      </PageLink>
      <details id={id}>
        <summary>
          Request and responses <span className="unseen">of {name}</span>
        </summary>
        <Request {...of} />
        {responses.length > 0 && <Responses of={responses} />}
      </details>
    </div>
  );
}

function Request({ params, body, credentials, pages, rateLimit, spec, operationId }: MethodData) {
  const [file, pointer] = spec;
  return (
    <DataTable>
      <tbody>
        {params.map(([place, own]) => (
          <Fact key={place} label={place}>
            <Parameters of={own} />
          </Fact>
        ))}
        {body !== undefined && (
          <Fact label="Body">
            <code>{body.mediaType}</code>, {body.required ? 'required' : 'optional'}
            {body.fields.length > 0 && ': '}
            <Parameters of={body.fields} />
            {body.text !== undefined && (
              <div>
                <RichText of={body.text} />
              </div>
            )}
          </Fact>
        )}
        <Fact label="Credentials" isSought>
          <Credentials of={credentials} />
        </Fact>
        {pages !== undefined && (
          <Fact label="Pages">
            <RichText of={pages} />
          </Fact>
        )}
        {rateLimit !== undefined && (
          <Fact label="Rate limit">
            <RichText of={rateLimit} />
          </Fact>
        )}
        <Fact label="Specification">
          {operationId !== undefined && (
            <>
              <code>{operationId}</code> in{' '}
            </>
          )}
          <SpecLink file={file} pointer={pointer} />
        </Fact>
      </tbody>
    </DataTable>
  );
}

interface FactProps {
  readonly label: string;
  /** The search finds it: it stands nowhere else on the page. */
  readonly isSought?: boolean;
  readonly children: ReactNode;
}

function Fact({ label, isSought, children }: FactProps) {
  return (
    <tr className={isSought ? 'sought' : undefined}>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

/** Names that lead to their rows; those that must be given are marked. */
function Parameters({ of }: { readonly of: readonly ParameterLink[] }) {
  return of.map(([name, required], index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      <PageLink to={`parameter-${name}`}>
        <code>{name}</code>
      </PageLink>
      {required && ' (required)'}
    </Fragment>
  ));
}

function Credentials({ of }: { readonly of: MethodData['credentials'] }): ReactNode {
  if (of.every((schemes) => schemes.length === 0)) return 'none';
  return of.map((schemes, index) => (
    <Fragment key={index}>
      {index > 0 && '; or '}
      {schemes.length === 0 && 'none'}
      {schemes.map(([scheme, ...scopes], place) => (
        <Fragment key={scheme}>
          {place > 0 && ' and '}
          {scheme}
          {scopes.map((scope, at) => (
            <Fragment key={scope}>
              {at === 0 ? ' with scope ' : ', '}
              <code>{scope}</code>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </Fragment>
  ));
}

function Responses({ of }: { readonly of: readonly ResponseData[] }) {
  return (
    <DataTable>
      <thead>
        <tr>
          <th>Status</th>
          <th>Meaning and body</th>
        </tr>
      </thead>
      <tbody>
        {of.map((response) => (
          <Response key={response.id} {...response} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Response({ id, status, text, headers, bodies }: ResponseData) {
  useBrokenLinks().collectAnchor(id);
  return (
    <tr id={id}>
      <td>
        <code>{status}</code>
      </td>
      <td>
        <RichText of={text} />
        {headers !== undefined && (
          <div className="aside">
            {headers.length === 1 ? 'header ' : 'headers '}
            {headers.map((header, index) => (
              <Fragment key={header}>
                {index > 0 && ', '}
                <code>{header}</code>
              </Fragment>
            ))}
          </div>
        )}
        {bodies.length === 0 && <div className="aside">no body</div>}
        {bodies.map(({ mediaType, nested }) => (
          <Fragment key={mediaType}>
            <div className="aside">
              <code>{mediaType}</code>
            </div>
            {nested !== undefined && <Nested {...nested} />}
          </Fragment>
        ))}
      </td>
    </tr>
  );
}
