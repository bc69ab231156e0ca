import type { Api } from '../../functions/host.ts';

/**
 * The API as a page of the desk, or of deputies, asks it: with the visitor's cookies and the origin that their form named, so that who may
 * do what is decided there as for any other request. What the API sets as cookies is collected for the page's answer.
 * @param carry what was set is shown with the later requests of the same page: who comes in goes on at once
 */
export function deskDoor(api: Api, visitor: Request, ownOrigin: string, carry = false): { api: Api; cookies: string[] } {
  const cookies: string[] = [];
  return {
    cookies,
    api: async (request) => {
      const asked = new Request(new URL(new URL(request.url).pathname + new URL(request.url).search, ownOrigin), request);
      for (const name of ['cookie', 'origin']) {
        const value = visitor.headers.get(name);
        if (value !== null) asked.headers.set(name, value);
      }
      if (carry && cookies.length > 0) asked.headers.set('cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '));
      const response = await api(asked);
      cookies.push(...response.headers.getSetCookie());
      return response;
    },
  };
}
