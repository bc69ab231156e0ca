/** A scanned slip carries its code in the fragment, which no server ever sees: it is put into the field and taken out of the address. */
const field = document.querySelector<HTMLInputElement>('[data-code-from-fragment]');
const code = decodeURIComponent(location.hash.slice(1));
if (field && field.value === '' && /^[0-9A-Za-z-]{20,40}$/.test(code)) {
  field.value = code;
  history.replaceState(undefined, '', location.pathname);
}
