/** What the server refuses, as it says it: a code of the catalogue, a sentence for people, and the request's id. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: unknown;
  readonly requestId: string | undefined;

  constructor(status: number, code: string, message: string, data?: unknown, requestId?: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.data = data;
    this.requestId = requestId;
  }

  static async of(answer: Response): Promise<ApiError> {
    const body = (await answer
      .clone()
      .json()
      .catch(() => ({}))) as { code?: string; message?: string; details?: string; data?: unknown };
    return new ApiError(
      answer.status,
      body.code ?? `http.${answer.status}`,
      body.details ?? body.message ?? answer.statusText,
      body.data,
      answer.headers.get('Logto-Core-Request-Id') ?? undefined,
    );
  }
}
