import { useQuery } from '@tanstack/react-query';
import { body, query, rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** Something to do before people come, and whether the server says that it is done. */
export interface Task {
  id: 'administrator' | 'application' | 'signIn' | 'email' | 'social' | 'brand';
  done: boolean;
  to?: string;
}

/** Asks the server, once for everything. */
export function useTasks() {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'tasks'],
    queryFn: async ({ signal }): Promise<Task[]> => {
      const one = { page: 1, page_size: 1 };
      const [applications, signIns, connectors, looks] = await Promise.all([
        rows(api.GET('/api/applications', { params: query(one), signal })),
        body(api.GET('/api/logs', { params: query({ ...one, logKey: 'ExchangeTokenBy.AuthorizationCode' }), signal })),
        body(api.GET('/api/connectors', { signal })),
        body(api.GET('/api/sign-in-exp', { signal })),
      ]);
      const types = (connectors as { type?: string }[]).map(({ type }) => type);
      const { branding } = looks as { branding?: { logoUrl?: string } };
      return [
        { id: 'administrator', done: true },
        { id: 'application', done: applications.total > 0, to: 'applications/create' },
        { id: 'signIn', done: signIns.length > 0, to: 'applications' },
        { id: 'email', done: types.includes('Email'), to: 'connectors' },
        { id: 'social', done: types.includes('Social'), to: 'connectors' },
        { id: 'brand', done: Boolean(branding?.logoUrl), to: 'sign-in-experience' },
      ];
    },
  });
}
