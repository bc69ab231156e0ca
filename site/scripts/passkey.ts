/** Adds and uses passkeys. What needs no script works without it: where a browser has no passkeys, the button stays hidden. */

type Asked = { question: string; answer: string; ask: (options: never) => Promise<Credential | null> };

const WAYS: Record<string, Asked> = {
  'sign-in': {
    question: '/api/desk/session/passkey/question',
    answer: '/api/desk/session/passkey',
    ask: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  },
  add: {
    question: '/api/desk/me/passkeys/question',
    answer: '/api/desk/me/passkeys',
    ask: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  },
};

const post = (path: string, fields: object): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) });

/** Asks, lets the device answer, and sends the answer. @throws where any of the three does not succeed */
async function goThrough({ question, answer, ask }: Asked): Promise<void> {
  const asked = await post(question, {});
  if (!asked.ok) throw new Error(question);
  const credential = (await ask((await asked.json()) as never)) as PublicKeyCredential | null;
  if (!credential) throw new Error('no credential');
  const answered = await post(answer, { response: credential.toJSON() as object });
  if (!answered.ok) throw new Error(answer);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const way = WAYS[place.dataset.passkey ?? ''];
  const [button, status] = [place.querySelector('button'), place.querySelector('[role=status]')];
  // Old browsers know passkeys without their JSON, which is not worth writing by hand.
  if (!way || !button || !status || typeof PublicKeyCredential?.parseRequestOptionsFromJSON !== 'function') continue;
  place.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = '';
    goThrough(way).then(
      () => location.assign(place.dataset.to ?? '/desk/'),
      () => {
        button.disabled = false;
        status.textContent = place.dataset.failed ?? '';
      },
    );
  });
}
