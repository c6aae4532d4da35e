import Link from '@docusaurus/Link';
import { useSourceAddress } from '@site/src/hooks/source-address';

interface Props {
  /** The spec's file, relative to the provider's config. */
  readonly file: string;
  /** A JSON pointer into it (RFC 6901). */
  readonly pointer: string;
}

/** Where the spec describes something: a quiet link, or the place alone where the site knows no address of the sources. */
export default function SpecLink({ file, pointer }: Props) {
  const address = useSourceAddress(file);
  const place = `${file}#${pointer}`;
  if (address === null) return <code title={place}>{file}</code>;
  return (
    <Link className="spec-link" href={`${address}#${pointer}`} title={place}>
      {file}
    </Link>
  );
}
