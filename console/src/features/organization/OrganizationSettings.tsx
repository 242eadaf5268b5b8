import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useApi, useTenant, useTenantPath } from '@/app/tenant';
import { DeleteSection } from '@/parts/Deletion';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { ColourField, CssField } from '../branding/looks';
import { PictureField } from '../branding/PictureField';
import { draftOf, patchOf, problemsOf, type Draft, type Organization } from './organization';
import { OrganizationFrame, OrganizationHead } from './OrganizationFrame';
import '../branding/branding.css';

/** What an organization is called, and how its sign-in looks. */
export default function OrganizationSettings() {
  return <OrganizationFrame>{(organization) => <Settings key={organization.id} organization={organization} />}</OrganizationFrame>;
}

function Settings({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  const api = useApi();
  const path = useTenantPath();
  const { draft, set, bar } = useSettings<Organization, Draft>({
    of: ['organization', organization.id],
    lists: ['organizations'],
    thing: organization,
    editable: draftOf,
    labels: {
      name: t('name'),
      description: t('description'),
      logo: t('logo'),
      darkLogo: t('darkLogo'),
      favicon: t('favicon'),
      darkFavicon: t('darkFavicon'),
      colour: t('colour'),
      darkColour: t('darkColour'),
      css: t('css'),
      mfa: t('mfa'),
      trust: t('trust'),
      data: t('data'),
    },
    invalid: (now) => Object.values(problemsOf(now)).some(Boolean),
    send: ({ patch, draft: now, thing }) => body(api.PATCH('/api/organizations/{id}', { params: { path: { id: organization.id } }, body: patchOf(thing, patch, now) })),
  });
  const wrong = problemsOf(draft);
  return (
    <OrganizationHead organization={organization} foot={bar}>
      <Section title={t('about')}>
        <TextInput label={t('name')} maxLength={128} value={draft.name} error={wrong.name && t(`problem.${wrong.name}`)} onChange={(event) => set('name', event.currentTarget.value)} />
        <TextInput label={t('description')} maxLength={256} value={draft.description} onChange={(event) => set('description', event.currentTarget.value)} />
      </Section>
      <Section title={t('look')} lead={t('lookLead')}>
        <div className="two">
          <PictureField label={t('logo')} value={draft.logo} onChange={(logo) => set('logo', logo)} />
          <PictureField label={t('darkLogo')} value={draft.darkLogo} onChange={(logo) => set('darkLogo', logo)} />
          <PictureField label={t('favicon')} value={draft.favicon} onChange={(icon) => set('favicon', icon)} />
          <PictureField label={t('darkFavicon')} value={draft.darkFavicon} onChange={(icon) => set('darkFavicon', icon)} />
        </div>
        {wrong.pictures && (
          <p className="err" role="alert">
            {t(`problem.${wrong.pictures}`)}
          </p>
        )}
        <div className="two">
          <ColourField optional label={t('colour')} value={draft.colour} onChange={(colour) => set('colour', colour)} />
          <ColourField optional label={t('darkColour')} value={draft.darkColour} onChange={(colour) => set('darkColour', colour)} />
        </div>
        <CssField label={t('css')} value={draft.css} onChange={(css) => set('css', css)} />
      </Section>
      <Section title={t('security')} lead={<Link to={path('sign-in-experience/multi-factor')}>{t('mfaFactors')}</Link>}>
        <SwitchRow label={t('mfa')} hint={t('mfaHint')} checked={draft.mfa} onChange={(mfa) => set('mfa', mfa)} />
        <SwitchRow label={t('trust')} hint={t('trustHint')} checked={draft.trust} onChange={(trust) => set('trust', trust)} />
      </Section>
      <Section title={t('data')} lead={t('dataLead')}>
        <Field label={t('data')} error={wrong.data && t(`problem.${wrong.data}`)}>
          <textarea className="mono" rows={5} spellCheck={false} value={draft.data} onChange={(event) => set('data', event.currentTarget.value)} />
        </Field>
      </Section>
      <End organization={organization} />
    </OrganizationHead>
  );
}

function End({ organization: { id, name } }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  const api = useApi();
  return (
    <DeleteSection
      name={name}
      lead={t('delete.lead')}
      remove={() => body(api.DELETE('/api/organizations/{id}', { params: { path: { id } } }))}
      done={t('delete.done', { name })}
      to="organizations"
      own={['organization', id]}
      lists={['organizations']}
    >
      <MemberCount organizationId={id} /> {t('delete.lead')}
    </DeleteSection>
  );
}

/** How many people are in it. */
function MemberCount({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('organization');
  const { id, api } = useTenant();
  const { number } = useFormat();
  const { data } = useQuery({
    queryKey: [id, 'organization', organizationId, 'member-count'],
    queryFn: ({ signal }) => rows(api.GET('/api/organizations/{id}/users', { params: { path: { id: organizationId }, ...query({ page: 1, page_size: 1 }) }, signal })),
  });
  return data ? <b className="strong">{t('delete.members', { count: data.total, number: number(data.total) })}</b> : null;
}
