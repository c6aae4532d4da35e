import { Fragment } from 'react';

interface Props {
  readonly text: string;
}

/** A name or a path that breaks between its parts where it is too long for its line. */
export default function Breakable({ text }: Props) {
  if (text.length <= 16) return <>{text}</>;
  return text.split(/(?<=_)(?=[^_])|(?=\/)|(?<=[a-z\d])(?=[A-Z])|(?<=\.)(?=[^.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
