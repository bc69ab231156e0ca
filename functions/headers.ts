/** The headers of every response, on every host, from one constant. */

/**
 * The one inline script of a page, at most 1 kB: elder mode before the first paint and its switch, and the banner of a home
 * page that was not renewed in time. A browser that forbids storage reads on; without script both simply stay away.
 */
export const inlineScript = `{const d=document,h=d.documentElement,k='elder',set=v=>{try{localStorage.setItem(k,v)}catch{}};h.dataset.script='on';try{if(localStorage.getItem(k)==='on')h.dataset.elder='on'}catch{}d.addEventListener('click',e=>{if(!e.target.closest('[data-elder-switch]'))return;if(h.dataset.elder){delete h.dataset.elder;set('off')}else{h.dataset.elder='on';set('on')}});d.addEventListener('DOMContentLoaded',()=>{const b=d.querySelector('[data-fresh-until]');if(b&&Date.now()>Date.parse(b.dataset.freshUntil))b.hidden=false})}`;

/** sha256 of `inlineScript`; a test recomputes it. */
export const inlineScriptHash = 'sha256-WiBAaWPFbOxCCT3+HImfwjAhBSJFQbC0VRSfgnWGl+0=';

const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval' '${inlineScriptHash}'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Names in lower case. Browsers ignore strict-transport-security over http, so it may stand in development too. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer: browsers then send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
