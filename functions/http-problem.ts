/** A refusal of the request itself, before any rule of the congress is asked. */
export class HttpProblem extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: HttpProblem['status'], code: string, headers: Record<string, string> = {}) {
    super(code);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
