import type { Api } from '../../functions/host.ts';

/**
 * The API as a page of the desk asks it: with the visitor's cookies and the origin that their form named, so that who may
 * do what is decided there as for any other request. What the API sets as cookies is collected for the page's answer.
 */
export function deskDoor(api: Api, visitor: Request, ownOrigin: string): { api: Api; cookies: string[] } {
  const cookies: string[] = [];
  return {
    cookies,
    api: async (request) => {
      const asked = new Request(new URL(new URL(request.url).pathname + new URL(request.url).search, ownOrigin), request);
      for (const name of ['cookie', 'origin']) {
        const value = visitor.headers.get(name);
        if (value !== null) asked.headers.set(name, value);
      }
      const response = await api(asked);
      cookies.push(...response.headers.getSetCookie());
      return response;
    },
  };
}
