import { Button, Menu } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { useFieldNames, useProfileFields } from '@/features/branding/profile/profileField';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { SortList } from '@/parts/list/SortList';

/** Which questions the profile page shows, in what order; none are chosen where it shows the usual ones. */
export function ShownFields({ names, onChange }: { names: string[] | null; onChange: (names: string[] | null) => void }) {
  const { t } = useTranslation('account-center');
  const path = useTenantPath();
  const fields = useProfileFields();
  const all = fields.data ?? [];
  const nameOf = useFieldNames();
  const named = (name: string) => nameOf(all.find((field) => field.name === name) ?? { name, label: '' });
  const left = all.filter((field) => !names?.includes(field.name));
  return (
    <Section title={t('profilePage')} lead={t('profilePageLead')}>
      <SwitchRow label={t('usual')} hint={t('usualHint')} checked={names === null} onChange={(usual) => onChange(usual ? null : all.map(({ name }) => name))} />
      {fields.isError && <ErrorPanel error={fields.error} onRetry={() => void fields.refetch()} />}
      {names && (
        <>
          {names.length === 0 && <p className="sub">{t('noneShown')}</p>}
          <SortList label={t('profilePage')} items={names} keyOf={(name) => name} nameOf={named} onChange={onChange}>
            {(name) => <span className="grow strong">{named(name)}</span>}
          </SortList>
          <p className="row wrap">
            {left.length > 0 && (
              <Menu position="bottom-start">
                <Menu.Target>
                  <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
                    {t('showMore')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {left.map((field) => (
                    <Menu.Item key={field.name} onClick={() => onChange([...names, field.name])}>
                      {nameOf(field)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            <Link to={path('sign-in-experience/profile')}>{t('toFields')}</Link>
          </p>
        </>
      )}
    </Section>
  );
}
