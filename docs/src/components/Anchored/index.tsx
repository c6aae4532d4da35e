import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { type ComponentProps, createElement } from 'react';

type Props = ComponentProps<'div'> & { readonly as: string; readonly id: string };

/** An element that links may go to: the build counts its `id` among the page's anchors. */
export default function Anchored({ as, ...props }: Props) {
  useBrokenLinks().collectAnchor(props.id);
  return createElement(as, props);
}
