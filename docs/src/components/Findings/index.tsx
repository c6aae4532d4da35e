import type { FindingData } from '@plumbline/emit-docs';
import DataTable from '@site/src/components/DataTable';
import Place from '@site/src/components/Place';
import RichText from '@site/src/components/RichText';
import Severity from '@site/src/components/Severity';

interface Props {
  readonly of: readonly FindingData[];
  /** What the places of the findings name by number. */
  readonly files: readonly string[];
}

/** What a run found, each with the places that disagree. */
export default function Findings({ of, files }: Props) {
  return (
    <DataTable>
      <thead>
        <tr>
          <th>Severity</th>
          <th>Finding</th>
          <th>Where</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ severity, code, text, places }, index) => (
          <tr key={index}>
            <td>
              <Severity level={severity} />
            </td>
            <td>
              <RichText of={text} /> <small>{code}</small>
            </td>
            <td>
              {places.map(([file, line, column, note], at) => (
                <Place key={at} file={files[file] ?? ''} line={line} column={column}>
                  {note !== undefined && <RichText of={note} />}
                </Place>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
