import { TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyField } from '@/parts/Copy';
import { DeleteSection } from '@/parts/Deletion';
import { Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import type { Application } from '../application';
import { ApplicationHead } from '../ApplicationFrame';
import { Certificates } from './Certificates';
import { Mapping } from './Mapping';
import { nameIdFormats, postBinding, type SamlApplication } from './saml';

/** The settings of a service provider: who it is, what it is told, and what it must know about this server. */
export function SamlSettings({ application }: { application: Application }) {
  const { id: tenantId, api } = useTenant();
  const saml = useQuery({
    queryKey: [tenantId, 'saml-applications', application.id],
    queryFn: () => body(api.GET('/api/saml-applications/{id}', { params: { path: { id: application.id } } })),
  });
  if (saml.isError) throw saml.error;
  if (!saml.data) {
    return (
      <ApplicationHead application={application}>
        <Loading />
      </ApplicationHead>
    );
  }
  return <Settings application={application} saml={saml.data} />;
}

const editable = (saml: SamlApplication) => ({
  name: saml.name,
  description: saml.description ?? '',
  entityId: saml.entityId ?? '',
  acsUrl: saml.acsUrl?.url ?? '',
  nameIdFormat: saml.nameIdFormat,
  mapping: Object.entries(saml.attributeMapping),
  encrypts: saml.encryption?.encryptAssertion ?? false,
  signsLast: saml.encryption?.encryptThenSign ?? true,
  certificate: saml.encryption?.certificate ?? '',
});

type Draft = ReturnType<typeof editable>;

const isWeb = (text: string) => /^https?:\/\/[^\s/]+\S*$/i.test(text.trim());

const changesOf = (draft: Draft) => ({
  name: draft.name.trim(),
  description: draft.description.trim() || null,
  entityId: draft.entityId.trim() || null,
  acsUrl: draft.acsUrl.trim() ? { binding: postBinding, url: draft.acsUrl.trim() } as const : null,
  nameIdFormat: draft.nameIdFormat,
  attributeMapping: Object.fromEntries(draft.mapping.map(([claim, name]) => [claim, name.trim()]).filter(([, name]) => name)),
  encryption:
    draft.encrypts || draft.certificate.trim()
      ? { encryptAssertion: draft.encrypts, encryptThenSign: draft.signsLast, certificate: draft.certificate.trim() }
      : null,
});

function Settings({ application, saml }: { application: Application; saml: SamlApplication }) {
  const { t } = useTranslation('application');
  const { endpoint, api } = useTenant();
  const { id } = application;
  const { draft, set, bar } = useSettings({
    of: ['saml-applications', id],
    lists: ['applications'],
    thing: saml,
    editable,
    labels: {
      name: t('column.name'),
      description: t('details.description'),
      entityId: t('saml.entityId'),
      acsUrl: t('saml.acsUrl'),
      nameIdFormat: t('saml.nameId'),
      mapping: t('saml.attributes'),
      encrypts: t('saml.encrypt'),
      signsLast: t('saml.signLast'),
      certificate: t('saml.certificate'),
    },
    invalid: (now) => !now.name.trim() || Boolean(now.acsUrl.trim() && !isWeb(now.acsUrl)) || (now.encrypts && !now.certificate.trim()),
    send: ({ draft: now }) => body(api.PATCH('/api/saml-applications/{id}', { params: { path: { id } }, body: changesOf(now) })),
  });
  return (
    <ApplicationHead application={application} foot={bar}>
      <Section title={t('details.about')}>
        <TextInput label={t('column.name')} value={draft.name} maxLength={256} error={!draft.name.trim() && t('gallery.nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
        <TextInput label={t('details.description')} value={draft.description} onChange={(event) => set('description', event.currentTarget.value)} />
      </Section>
      <Section title={t('saml.here')} lead={t('saml.hereLead')}>
        <Facts>
          <CopyField label={t('saml.metadata')} value={`${endpoint}/api/saml-applications/${id}/metadata`} />
          <CopyField label={t('saml.issuer')} value={`${endpoint}/saml/${id}`} />
          <CopyField label={t('saml.signOn')} value={`${endpoint}/api/saml/${id}/authn`} />
        </Facts>
      </Section>
      <Section title={t('saml.there')} lead={t('saml.thereLead')}>
        <TextInput label={t('saml.entityId')} description={t('saml.entityIdHint')} value={draft.entityId} maxLength={128} placeholder="https://intranet.example/metadata" onChange={(event) => set('entityId', event.currentTarget.value)} />
        <TextInput type="url" label={t('saml.acsUrl')} description={t('saml.acsUrlHint')} value={draft.acsUrl} placeholder="https://intranet.example/acs" error={draft.acsUrl.trim() && !isWeb(draft.acsUrl) ? t('saml.noWeb') : undefined} onChange={(event) => set('acsUrl', event.currentTarget.value)} />
        <Field label={t('saml.nameId')} hint={t('saml.nameIdHint')}>
          <select value={draft.nameIdFormat} onChange={(event) => set('nameIdFormat', event.currentTarget.value as Draft['nameIdFormat'])}>
            {nameIdFormats.map(([urn, name]) => (
              <option key={urn} value={urn}>
                {t(`saml.format.${name}`)}
              </option>
            ))}
          </select>
        </Field>
      </Section>
      <Section title={t('saml.attributes')} lead={t('saml.attributesLead')}>
        <Mapping rows={draft.mapping} onChange={(rows) => set('mapping', rows)} />
      </Section>
      <Certificates applicationId={id} />
      <Section title={t('saml.encryption')} lead={t('saml.encryptionLead')}>
        <SwitchRow label={t('saml.encrypt')} checked={draft.encrypts} onChange={(on) => set('encrypts', on)} />
        {draft.encrypts && (
          <>
            <SwitchRow label={t('saml.signLast')} hint={t('saml.signLastHint')} checked={draft.signsLast} onChange={(on) => set('signsLast', on)} />
            <Textarea label={t('saml.certificate')} description={t('saml.certificateHint')} className="mono" autosize minRows={4} maxRows={12} value={draft.certificate} placeholder="-----BEGIN CERTIFICATE-----" error={!draft.certificate.trim() && t('saml.certificateMissing')} onChange={(event) => set('certificate', event.currentTarget.value)} />
          </>
        )}
      </Section>
      <DeleteSection
        name={saml.name}
        lead={t('saml.deleteLead')}
        confirm={t('delete.confirm')}
        remove={() => body(api.DELETE('/api/saml-applications/{id}', { params: { path: { id } } }))}
        done={t('delete.done', { name: saml.name })}
        to="applications"
        own={['saml-applications', id]}
        lists={['applications']}
      />
    </ApplicationHead>
  );
}
