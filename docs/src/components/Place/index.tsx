import Link from '@docusaurus/Link';
import Breakable from '@site/src/components/Breakable';
import { useSourceAddress } from '@site/src/hooks/source-address';
import type { ReactNode } from 'react';

interface Props {
  /** Relative to the provider's config. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly children?: ReactNode;
}

/** A place in a source file; a link where the site knows the address of the sources. */
export default function Place({ file, line, column, children }: Props) {
  const address = useSourceAddress(file);
  const name = (
    <code>
      <Breakable text={`${file}:${line}:${column}`} />
    </code>
  );
  return (
    <div className="place">
      {address === null ? name : <Link href={`${address}#L${line}`}>{name}</Link>} {children}
    </div>
  );
}
