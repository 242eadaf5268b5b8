import { useQuery } from '@tanstack/react-query';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** An API that tokens are issued for. */
export interface Resource {
  id: string;
  name: string;
  indicator: string;
  isDefault: boolean;
  accessTokenTtl: number;
}

/** A permission of an API. */
export interface Scope {
  id: string;
  name: string;
  description?: string | null;
}

/** Our own API cannot be changed, only granted. */
export const isManagementApi = ({ indicator }: Resource) => /^https:\/\/[^./:?#\s]+\.logto\.app\/api$/.test(indicator);

export function useResource(resourceId: string) {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'resource', resourceId],
    queryFn: ({ signal }) => body(api.GET('/api/resources/{id}', { params: { path: { id: resourceId } }, signal }) as never) as Promise<Resource>,
  });
}
