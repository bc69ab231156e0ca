/** The site's sign inside the page: a request of its own would keep the first picture of a page waiting on a slow line. */
import svg from '../public/favicon.svg?raw';

export const ICON = `data:image/svg+xml,${encodeURIComponent(svg.trim()).replaceAll('%20', ' ').replaceAll('%22', "'").replaceAll('%2F', '/').replaceAll('%3D', '=').replaceAll('%3A', ':')}`;
