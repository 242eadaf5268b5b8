import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body, query, rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { CopyField } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { ResourceFrame } from './ResourceFrame';
import { isManagementApi, useResource, type Resource } from './resource';

/** What an API is called, how long its tokens live, and its end. */
export default function ResourceSettings() {
  const { resourceId = '' } = useParams();
  const { data: resource } = useResource(resourceId);
  return resource ? <Loaded key={resourceId} resource={resource} /> : <ResourceFrame>{() => null}</ResourceFrame>;
}

const editable = ({ name, accessTokenTtl, isDefault }: Resource) => ({ name, accessTokenTtl, isDefault });
const lives = (seconds: number) => Number.isInteger(seconds) && seconds >= 1;

function Loaded({ resource }: { resource: Resource }) {
  const { t } = useTranslation('resource');
  const { api } = useTenant();
  const fixed = isManagementApi(resource);
  const params = { path: { id: resource.id } };
  const { draft, set, bar } = useSettings({
    of: ['resource', resource.id],
    lists: ['resources'],
    thing: resource,
    editable,
    labels: { name: t('name'), accessTokenTtl: t('ttlSeconds'), isDefault: t('makeDefault') },
    invalid: ({ name, accessTokenTtl }) => !name.trim() || !lives(accessTokenTtl),
    send: async ({ patch: { isDefault, ...rest } }) => {
      if (Object.keys(rest).length) await body(api.PATCH('/api/resources/{id}', { params, body: rest as never }));
      if (isDefault !== undefined) await body(api.PATCH('/api/resources/{id}/is-default', { params, body: { isDefault } }));
    },
  });
  return (
    <ResourceFrame foot={bar}>
      {() => (
        <>
          <Section title={t('general')} lead={fixed ? t('fixedLead') : undefined}>
            <TextInput label={t('name')} value={draft.name} disabled={fixed} error={!draft.name.trim() && t('nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
            <Facts>
              <CopyField label={t('indicator')} value={resource.indicator} />
            </Facts>
            <SwitchRow label={t('makeDefault')} hint={t('makeDefaultHint')} checked={draft.isDefault} onChange={(on) => set('isDefault', on)} />
          </Section>
          {!fixed && (
            <Section title={t('tokens')} lead={t('tokensLead')}>
              <Field label={t('ttlSeconds')} hint={t('ttlHint')} error={lives(draft.accessTokenTtl) ? undefined : t('wrongTtl')}>
                <input type="number" min={1} step={1} inputMode="numeric" value={Number.isNaN(draft.accessTokenTtl) ? '' : draft.accessTokenTtl} onChange={(event) => set('accessTokenTtl', event.currentTarget.valueAsNumber)} />
              </Field>
            </Section>
          )}
          {!fixed && (
            <DeleteSection
              name={resource.name}
              lead={t('deleteLead')}
              remove={() => body(api.DELETE('/api/resources/{id}', { params }))}
              done={t('deleted', { name: resource.name })}
              to="api-resources"
              own={['resource', resource.id]}
              lists={['resources']}
            >
              <Permissions resource={resource} /> {t('deleteBody')}
            </DeleteSection>
          )}
        </>
      )}
    </ResourceFrame>
  );
}

/** How many permissions go with the API. */
function Permissions({ resource }: { resource: Resource }) {
  const { t } = useTranslation('resource');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const { data } = useQuery({
    queryKey: [id, 'resource', resource.id, 'scopes', 'total'],
    queryFn: ({ signal }) => rows<unknown>(api.GET('/api/resources/{resourceId}/scopes', { params: { path: { resourceId: resource.id }, ...query({ page: 1, page_size: 1 }) }, signal }) as never),
  });
  return data && data.total > 0 ? <b className="strong">{t('deletePermissions', { count: data.total, number: number(data.total) })}</b> : null;
}
