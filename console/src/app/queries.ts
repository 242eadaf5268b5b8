import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/error';

/** What has been read from the server. An answer is final; only a missing answer is asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, cause) => failures < 2 && !(cause instanceof ApiError && cause.status < 500),
    },
  },
});
