import type { ClientModule } from '@docusaurus/types';

/**
 * Shows what a link goes to where it stands in a tab or a disclosure that is closed: the browser does so for the links of
 * its own, but not for those that the site follows without it.
 */
function reveal(hash: string): void {
  const target = document.getElementById(decoded(hash.slice(1)));
  if (target === null) return;
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
