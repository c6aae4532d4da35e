import type { ClientModule } from '@docusaurus/types';
import { currentAnchors } from './old-anchors';

/**
 * Shows what a link goes to where it stands in a tab or a disclosure that is closed: the browser does so for the links of
 * its own, but not for those that the site follows without it.
 */
function reveal(hash: string): void {
  const wanted = decoded(hash.slice(1));
  const anchor = currentAnchors(wanted).find((id) => document.getElementById(id) !== null) ?? wanted;
  const target = document.getElementById(anchor);
  if (target === null) return;
  if (anchor !== wanted) window.location.replace(`#${encodeURIComponent(anchor)}`);
  let hidden = false;
  for (let element = target.parentElement; element !== null; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement && !element.open) {
      element.open = true;
      hidden = true;
    }
    if (element.matches('[role=tabpanel][hidden]')) {
      element.dispatchEvent(new Event('beforematch'));
      hidden = true;
    }
  }
  if (hidden) requestAnimationFrame(() => target.scrollIntoView());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const module: ClientModule = {
  onRouteDidUpdate({ location, previousLocation }) {
    if (location.hash === '') return;
    // On arrival the page must first come to life.
    if (previousLocation === null) setTimeout(() => reveal(location.hash), 0);
    else reveal(location.hash);
  },
};

export default module;
