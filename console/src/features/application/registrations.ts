import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** Which of these applications have registered themselves, and when; one question for all of them. */
export function useRegistrations(ids: string[] = []): Map<string, number> | undefined {
  const { id: tenantId, api } = useTenant();
  const found = useQuery({
    queryKey: [tenantId, 'applications', 'registrations', ids],
    queryFn: ({ signal }) => body(api.GET('/api/application-registrations', { params: { query: { applicationId: ids } }, signal })),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  return found.data && new Map(found.data.map(({ applicationId, registeredAt }) => [applicationId, registeredAt]));
}
