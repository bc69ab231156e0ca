/** The headers of every response, on every host, from one constant. */

/**
 * The one inline script of a page, at most 1 kB: elder mode before the first paint, its switch, which without script is a
 * link to the page below `/elder/`; the banner of a home page that was not renewed in time; and the offline worker.
 * A browser that forbids storage or workers reads on.
 */
export const inlineScript = `{const d=document,h=d.documentElement,e=h.dataset,k='elder',set=v=>{try{localStorage.setItem(k,v)}catch{}};e.script='on';if(e.elder)set('on');else try{if(localStorage.getItem(k)==='on')e.elder='on'}catch{}d.addEventListener('click',c=>{if(!c.target.closest('[data-elder-switch]'))return;if(location.pathname.startsWith('/elder/'))return set('off');c.preventDefault();if(e.elder){delete e.elder;set('off')}else{e.elder='on';set('on')}});d.addEventListener('DOMContentLoaded',()=>{const b=d.querySelector('[data-fresh-until]');if(b&&Date.now()>Date.parse(b.dataset.freshUntil))b.hidden=false});addEventListener('load',()=>navigator.serviceWorker?.register('/offline-worker.js').catch(()=>{}))}`;

/** sha256 of `inlineScript`; a test recomputes it. */
export const inlineScriptHash = 'sha256-+7QBwnz/Tm8CU+lEsZR9NwhqB7gjL2NtCbzqEX5x7jw=';

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

/** The card of a proposal that other sites may frame, and nothing else of this site (functions/cli/release/write-embeds.ts). */
export const EMBED = /^\/proposals\/[a-z0-9-]{2,60}\/embed\/$/;

const { 'x-frame-options': _, ...framed } = securityHeaders;
/** It loads its one style sheet, sends nothing, and says nothing about who may frame it. */
export const embedHeaders: Readonly<Record<string, string>> = {
  ...framed,
  'content-security-policy': `default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
};

/** The headers of a released file. */
export const headersFor = (path: string): Readonly<Record<string, string>> => (EMBED.test(path) ? embedHeaders : securityHeaders);
