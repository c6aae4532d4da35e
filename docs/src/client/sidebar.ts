import type { ClientModule } from '@docusaurus/types';

/** Where the sidebar says that its reader is, which stands far below its first screen where a provider has many services. */
function showPlace(): void {
  const sidebar = document.querySelector<HTMLElement>('.theme-doc-sidebar-container .menu');
  const place = sidebar?.querySelector('.menu__link[aria-current=page]');
  if (sidebar === null || place == null) return;
  const [frame, link] = [sidebar.getBoundingClientRect(), place.getBoundingClientRect()];
  if (link.top >= frame.top && link.bottom <= frame.bottom) return;
  sidebar.scrollTop += link.top - frame.top - frame.height / 3;
}

const module: ClientModule = {
  onRouteDidUpdate({ location, previousLocation }) {
    if (location.pathname === previousLocation?.pathname) return;
    // Groups that open and close move what stands below them, for as long as the theme takes.
    requestAnimationFrame(showPlace);
    if (previousLocation !== null) setTimeout(showPlace, 400);
  },
};

export default module;
