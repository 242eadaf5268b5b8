import { TextInput } from '@mantine/core';
import IconListDetails from '@tabler/icons-react/icons/IconListDetails';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { pretty } from '@/parts/code/values';
import { CopyId } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { DetailsPage, Section } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { Pending } from '@/parts/Pending';
import { draftOf, exampleOf, inputOf, problemOf, type DetailType, type Draft } from './detail';
import { Fields } from './Fields';

/** One type of authorization details: what it is called, and what may stand in it. */
export default function DetailTypePage() {
  const { t } = useTranslation('detail');
  const { typeId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'detail-type', typeId],
    queryFn: ({ signal }) => body(api.GET('/api/authorization-detail-types/{id}', { params: { path: { id: typeId } }, signal })),
  });
  if (found.data) return <Settings key={typeId} type={found.data} />;
  return <Pending back={{ to: 'authorization-details', label: t('title') }} query={found} />;
}

function Settings({ type }: { type: DetailType }) {
  const { t } = useTranslation('detail');
  const { id, api } = useTenant();
  const params = { path: { id: type.id } };
  const resources = useQuery({ queryKey: [id, 'resources', 'names'], queryFn: ({ signal }) => body(api.GET('/api/resources', { signal })) });
  const { draft, set, bar } = useSettings<DetailType, Draft>({
    of: ['detail-type', type.id],
    lists: ['detail-types'],
    thing: type,
    editable: draftOf,
    labels: { displayName: t('name'), type: t('type'), resource: t('api'), fields: t('fields') },
    invalid: (now) => !now.displayName.trim() || !now.type.trim() || now.fields.some((field) => problemOf(field, now.fields)),
    send: ({ draft: now }) => body(api.PUT('/api/authorization-detail-types/{id}', { params, body: inputOf(now) })),
  });
  const apis = resources.data ?? [];
  return (
    <DetailsPage
      back={{ to: 'authorization-details', label: t('title') }}
      title={type.displayName}
      emblem={
        <span className="logo l">
          <IconListDetails size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        <>
          <code>{type.type}</code>
          <CopyId value={type.id} what="ID" />
        </>
      }
      foot={bar}
    >
      <Section title={t('about')}>
        <TextInput label={t('name')} description={t('nameHint')} maxLength={256} value={draft.displayName} error={!draft.displayName.trim() && t('nameMissing')} onChange={(event) => set('displayName', event.currentTarget.value)} />
        <TextInput classNames={{ input: 'mono' }} label={t('type')} description={t('typeHint')} maxLength={256} spellCheck={false} value={draft.type} error={!draft.type.trim() && t('typeMissing')} onChange={(event) => set('type', event.currentTarget.value)} />
        <Field label={t('api')} hint={t('apiHint')}>
          <select value={draft.resource} onChange={(event) => set('resource', event.currentTarget.value)}>
            <option value="">{t('anyApi')}</option>
            {draft.resource && !apis.some(({ indicator }) => indicator === draft.resource) && <option>{draft.resource}</option>}
            {apis.map(({ indicator, name }) => (
              <option key={indicator} value={indicator}>
                {name} · {indicator}
              </option>
            ))}
          </select>
        </Field>
      </Section>
      <Section title={t('fields')} lead={t('fieldsLead')}>
        <Fields fields={draft.fields} onChange={(fields) => set('fields', fields)} />
      </Section>
      <Section title={t('example')} lead={t('exampleLead')}>
        <div className="code">
          <pre>
            <span className="l">{pretty([exampleOf(draft)])}</span>
          </pre>
        </div>
      </Section>
      <DeleteSection
        name={type.displayName}
        lead={t('end.lead')}
        remove={() => body(api.DELETE('/api/authorization-detail-types/{id}', { params }))}
        done={t('end.done', { name: type.displayName })}
        to="authorization-details"
        own={['detail-type', type.id]}
        lists={['detail-types']}
      />
    </DetailsPage>
  );
}
