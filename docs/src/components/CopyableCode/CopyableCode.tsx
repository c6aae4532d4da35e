import Link from '@docusaurus/Link';
import Breakable from '@site/src/components/Breakable';
import CopyButton from '@site/src/components/CopyButton';

interface Props {
  readonly code: string;
  /** Where the code links to: its own place, which the search knows a heading by. */
  readonly href?: string;
}

/** A name or a value with a button that copies it. */
export default function CopyableCode({ code, href }: Props) {
  const text = <Breakable text={code} />;
  return (
    <span className="copyable">
      <code>
        {href === undefined ? (
          text
        ) : (
          <Link to={href} className="hash-link">
            {text}
          </Link>
        )}
      </code>
      <CopyButton className="copyable__button" label={`Copy ${code}`} text={() => code} />
    </span>
  );
}
