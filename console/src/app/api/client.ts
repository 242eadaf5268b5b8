import createClient, { type Client } from 'openapi-fetch';
import i18next from 'i18next';
import { accessToken, forgetAccessTokens, managementApi } from '../session';
import { ApiError } from './error';
import type { OperationRequestBodyContent, PathsWithMethod, SuccessResponseJSON } from 'openapi-typescript-helpers';
import type { paths } from './schema';

/** The Management API of one tenant, with the types of its own OpenAPI document. */
export type Api = Client<paths>;

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** What an operation answers: `Answer<'get', '/api/roles'>`. */
export type Answer<M extends Method, P extends PathsWithMethod<paths, M>> = paths[P] extends Record<M, infer Operation extends Record<string | number, unknown>>
  ? SuccessResponseJSON<Operation>
  : never;

/** A row of what a list answers. */
export type Row<P extends PathsWithMethod<paths, 'get'>> = Answer<'get', P> extends (infer T)[] ? T : never;

/** What an operation is sent. */
export type Input<M extends Method, P extends PathsWithMethod<paths, M>> = paths[P] extends Record<M, infer Operation>
  ? OperationRequestBodyContent<Operation>
  : never;

/** Rows of a list and how many there are in all. */
export interface Rows<T> {
  rows: T[];
  total: number;
  /** Where a list goes on that is read from place to place, if it does. */
  next?: string;
}

/** Makes the client of a tenant's API: every call carries a token and the person's language, every refusal is thrown. */
export function managementClient(tenantId: string, endpoint: string): Api {
  const send = async (request: Request) => {
    request.headers.set('Authorization', `Bearer ${await accessToken(managementApi(tenantId))}`);
    request.headers.set('Accept-Language', i18next.language);
    return fetch(request);
  };
  /** A token that the server no longer takes, though by this clock it lasts, is fetched anew once. */
  const sendTwice = async (request: Request) => {
    const again = request.clone();
    const answer = await send(request);
    if (answer.status !== 401) return answer;
    await forgetAccessTokens();
    return send(again);
  };
  const api = createClient<paths>({ baseUrl: endpoint, fetch: sendTwice });
  api.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await ApiError.of(response);
      return undefined;
    },
  });
  return api;
}

/** The body of an answer; a refusal has been thrown before. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** The rows of a paged answer with the total that its header tells. */
export async function rows<T>(call: Promise<{ data?: T[]; response: Response }>): Promise<Rows<T>> {
  const { data = [], response } = await call;
  return { rows: data, total: Number(response.headers.get('Total-Number') ?? data.length), next: response.headers.get('Next-After') ?? undefined };
}

/** Query parameters that the OpenAPI document does not list, such as the search of a list. */
export const query = (parameters: Record<string, string | number | boolean | string[] | undefined>): { query: never } => ({
  query: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')) as never,
});
