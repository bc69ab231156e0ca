/** The headers of every response, on every host, from one constant. */

/** The one inline script of a page: restores elder mode before the first paint. A browser that forbids storage reads on. */
export const inlineScript = `try{if(localStorage.getItem('elder')==='on')document.documentElement.dataset.elder='on'}catch{}`;

/** sha256 of `inlineScript`; a test recomputes it. */
export const inlineScriptHash = 'sha256-Clb4HufC0PbD7RrQi8H0d8UZiPSXu640VZWFucIbcqA=';

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
