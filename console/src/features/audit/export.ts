import { ApiError } from '@/app/api/error';
import { accessToken, managementApi } from '@/app/session';
import type { Tenant } from '@/app/tenant';

/** Saves all changes that the filters let through, as one JSON object a line. */
export async function exportChanges(tenant: Tenant, filters: Record<string, string | number | undefined>): Promise<void> {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`${tenant.endpoint}/api/audit-records/export?${parameters}`, {
    headers: { Authorization: `Bearer ${await accessToken(managementApi(tenant.id))}` },
  });
  if (!answer.ok) throw await ApiError.of(answer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `audit-records-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  URL.revokeObjectURL(address);
}
