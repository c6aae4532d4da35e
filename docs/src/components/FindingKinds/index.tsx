import type { KindData } from '@plumbline/emit-docs';
import DataTable from '@site/src/components/DataTable';
import FindingCode from '@site/src/components/FindingCode';
import RichText from '@site/src/components/RichText';
import Severity from '@site/src/components/Severity';

/** How often each kind of finding was made. */
export default function FindingKinds({ of }: { readonly of: readonly KindData[] }) {
  return (
    <DataTable>
      <thead>
        <tr>
          <th>Severity</th>
          <th>Finding</th>
          <th>Meaning</th>
          <th>Count</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ severity, code, title, count }) => (
          <tr key={`${severity} ${code}`}>
            <td>
              <Severity level={severity} />
            </td>
            <td>
              <FindingCode code={code} />
            </td>
            <td>
              <RichText of={title} />
            </td>
            <td data-label="Count">{count}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
