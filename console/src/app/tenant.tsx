import { createContext, useContext } from 'react';
import { useNavigate, type NavigateOptions } from 'react-router';
import { managementClient, type Api } from './api/client';
import { ApiError } from './api/error';

/** The tenant that the address names: where its people sign in, and its Management API. */
export interface Tenant {
  id: string;
  endpoint: string;
  api: Api;
}

const TenantContext = createContext<Tenant | null>(null);
export const TenantProvider = TenantContext.Provider;

export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('outside of a tenant');
  return tenant;
}

export const useApi = (): Api => useTenant().api;

/** A path below the tenant: `useHref()('applications')` is `/default/applications`. */
export function useTenantPath(): (path: string) => string {
  const { id } = useTenant();
  return (path) => `/${id}/${path}`;
}

/** Goes to a path below the tenant. */
export function useGo(): (path: string, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  const path = useTenantPath();
  return (to, options) => void navigate(path(to), options);
}

const known = new Map<string, Promise<Tenant>>();

/** Asks once where the tenant is reached. */
export function findTenant(id: string): Promise<Tenant> {
  const asked = known.get(id) ?? ask(id);
  known.set(id, asked);
  asked.catch(() => known.delete(id));
  return asked;
}

async function ask(id: string): Promise<Tenant> {
  const answer = await fetch(`/api/.well-known/endpoints/${encodeURIComponent(id)}`);
  if (!answer.ok) throw await ApiError.of(answer);
  const { user } = (await answer.json()) as { user: string };
  const endpoint = user.replace(/\/$/, '');
  return { id, endpoint, api: managementClient(id, endpoint) };
}
