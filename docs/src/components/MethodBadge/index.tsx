import Breakable from '@site/src/components/Breakable';

interface Props {
  /** The SQL verb. */
  readonly verb?: string;
  /** How many methods the verb reaches. */
  readonly count?: string;
  /** The HTTP method. */
  readonly http?: string;
  readonly path?: string;
  readonly deprecated?: boolean;
}

/** What calls a method and what is called: SQL verb, HTTP method and path. */
export default function MethodBadge({ verb, count, http, path, deprecated }: Props) {
  return (
    <span className="method-badge">
      {verb && <span className={`verb verb--${verb}`}>{verb.toUpperCase()}</span>} {count}
      {(http || path) && (
        <code className="method-badge__operation">
          {http && <b>{http}</b>} {path && <Breakable text={path} />}
        </code>
      )}
      {deprecated && <span className="badge-quiet badge-quiet--warning">deprecated</span>}
    </span>
  );
}
