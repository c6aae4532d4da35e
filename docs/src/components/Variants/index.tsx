interface Props {
  /** Names, with commas between them. */
  readonly of: string;
}

/** Tells which variants of a schema have a field. */
export default function Variants({ of }: Props) {
  return <div className="aside">only in {of}</div>;
}
