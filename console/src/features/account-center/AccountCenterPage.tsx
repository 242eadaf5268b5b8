import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { CopyField } from '@/parts/Copy';
import { Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field as LabelledField } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { useSettings } from '@/parts/settings';
import { UriList } from '@/parts/UriList';
import { isOrigin, isUrl } from '@/parts/url';
import { controls, draftOf, fields, patchOf, type AccountCenter, type Control, type Draft } from './accountCenter';
import { ShownFields } from './ShownFields';
import './account-center.css';

/** What people see of their own account, and what they may change. */
export default function AccountCenterPage() {
  const { t } = useTranslation('account-center');
  const { id, api } = useTenant();
  const found = useQuery({ queryKey: [id, 'account-center'], queryFn: ({ signal }) => body(api.GET('/api/account-center', { signal })) });
  if (found.data) return <Settings saved={found.data} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {found.isError ? <ErrorPanel error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
    </Page>
  );
}

function wrongOf({ deleteAccountUrl, webauthnRelatedOrigins }: Draft) {
  return {
    address: deleteAccountUrl.trim() !== '' && !isUrl(deleteAccountUrl.trim()),
    origin: webauthnRelatedOrigins.some((origin) => origin.trim() && !isOrigin(origin.trim())),
  };
}

function Settings({ saved }: { saved: AccountCenter }) {
  const { t } = useTranslation('account-center');
  const { api, endpoint } = useTenant();
  const { draft, set, bar } = useSettings<AccountCenter, Draft>({
    of: ['account-center'],
    thing: saved,
    editable: draftOf,
    labels: {
      ...(Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)])) as Record<(typeof fields)[number], string>),
      enabled: t('enabled'),
      profileFields: t('profilePage'),
      webauthnRelatedOrigins: t('origins'),
      deleteAccountUrl: t('deletion'),
      customCss: t('css'),
    },
    invalid: (now) => Object.values(wrongOf(now)).some(Boolean),
    send: ({ patch, thing }) => body(api.PATCH('/api/account-center', { body: patchOf(patch, thing) })),
  });
  const wrong = wrongOf(draft);
  return (
    <>
      <Page title={t('title')} lead={t('lead')}>
        <Section title={t('access')} lead={t('accessLead')}>
          <SwitchRow label={t('enabled')} hint={t('enabledHint')} checked={draft.enabled} onChange={(on) => set('enabled', on)} />
          <Facts>
            <CopyField label={t('pages')} value={`${endpoint}/account`} />
            <CopyField label="Account API" value={`${endpoint}/api/my-account`} />
          </Facts>
        </Section>
        <Section title={t('fields')} lead={t('fieldsLead')}>
          <div className="account-fields">
            {fields.map((field) => (
              <ControlRow key={field} label={t(`field.${field}`)} hint={t(`fieldHint.${field}` as never, { defaultValue: '' })} value={draft[field]} onChange={(control) => set(field, control)} />
            ))}
          </div>
        </Section>
        <ShownFields names={draft.profileFields} onChange={(names) => set('profileFields', names)} />
        <Section title={t('more')} lead={t('moreLead')}>
          <TextInput type="url" label={t('deletion')} description={t('deletionHint')} placeholder="https://shop.example/goodbye" maxLength={2048} value={draft.deleteAccountUrl} error={wrong.address && t('wrongUrl')} onChange={(event) => set('deleteAccountUrl', event.currentTarget.value)} />
          <UriList label={t('origins')} hint={t('originsHint')} placeholder="https://shop.example" values={draft.webauthnRelatedOrigins} problem={(value) => (isOrigin(value.trim()) ? undefined : t('wrongOrigin'))} onChange={(origins) => set('webauthnRelatedOrigins', origins)} />
          <LabelledField label={t('css')} optional hint={t('cssHint')}>
            <textarea className="mono" rows={8} spellCheck={false} placeholder={'.gh-card {\n  border-radius: 4px;\n}'} value={draft.customCss} onChange={(event) => set('customCss', event.currentTarget.value)} />
          </LabelledField>
        </Section>
      </Page>
      {bar}
    </>
  );
}

/** One thing of the account, and what its owner may do with it. */
function ControlRow({ label, hint, value, onChange }: { label: string; hint: string; value: Control; onChange: (control: Control) => void }) {
  const { t } = useTranslation('account-center');
  return (
    <LabelledField label={label} hint={hint || undefined}>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Control)}>
        {controls.map((control) => (
          <option key={control} value={control}>
            {t(`control.${control}`)}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
