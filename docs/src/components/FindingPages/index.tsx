import Link from '@docusaurus/Link';
import type { FoundOnPage } from '@plumbline/emit-docs';
import DataTable from '@site/src/components/DataTable';

/** How much was found about each page, with a link to what it is. */
export default function FindingPages({ of }: { readonly of: readonly FoundOnPage[] }) {
  return (
    <DataTable>
      <thead>
        <tr>
          <th>Page</th>
          <th>Errors</th>
          <th>Warnings</th>
          <th>Notes</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ id, href, errors, warnings, notes }) => (
          <tr key={id}>
            <td>
              <Link to={href}>
                <code>{id}</code>
              </Link>
            </td>
            <td data-label="Errors">{errors}</td>
            <td data-label="Warnings">{warnings}</td>
            <td data-label="Notes">{notes}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
