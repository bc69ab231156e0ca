/** A scanned sheet carries its secret in the fragment, which no server sees: it is put into the door's form and taken out of the address. */
const door = document.querySelector<HTMLFormElement>('[data-reply-door]');
const tokenField = door?.querySelector<HTMLInputElement>('input[name="token"]');
const token = decodeURIComponent(location.hash.slice(1));
if (door && tokenField && /^[0-9A-Za-z-]{20,40}$/.test(token)) {
  history.replaceState(undefined, '', location.pathname + location.search);
  tokenField.value = token;
  document.querySelector('[data-reply-opening]')?.removeAttribute('hidden');
  door.hidden = true;
  door.submit();
}
