import { Button, Menu } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { SwitchRow } from '@/parts/DetailsPage';
import { SortList } from '@/parts/list/SortList';
import { useStudio, type Connector } from '../experience';
import { Group } from '../fields';

/** The providers' buttons, in their order. */
export function SocialProviders({ connectors }: { connectors: Connector[] | undefined }) {
  const { t, i18n } = useTranslation('branding');
  const { saved, draft, set } = useStudio();
  const path = useTenantPath();
  const targets = draft.socialSignInConnectorTargets;
  const providers = (connectors ?? []).filter((one, index, all) => one.type === 'Social' && all.findIndex((other) => other.target === one.target) === index);
  const find = (target: string) => providers.find((one) => one.target === target);
  const nameOf = (target: string) => find(target)?.name[i18n.language] ?? find(target)?.name.en ?? target;
  const unused = providers.filter((one) => !targets.includes(one.target));
  return (
    <Group
      title={t('social.title')}
      lead={t('social.lead')}
      action={
        <Menu>
          <Menu.Target>
            <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
              {t('social.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {unused.map((one) => (
              <Menu.Item key={one.target} onClick={() => set('socialSignInConnectorTargets', [...targets, one.target])} leftSection={<img className="tiny-logo" src={one.logo} alt="" />}>
                {nameOf(one.target)}
              </Menu.Item>
            ))}
            {unused.length > 0 && <Menu.Divider />}
            <Menu.Item component={Link} to={path('connectors/social/create')}>
              {t('social.setUp')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      {targets.length === 0 && connectors && <p className="note">{connectors.some((one) => one.type === 'Social') ? t('social.none') : t('social.noConnector')}</p>}
      <SortList label={t('social.title')} items={targets} keyOf={(target) => target} nameOf={nameOf} onChange={(next) => set('socialSignInConnectorTargets', next)}>
        {(target) => (
          <>
            {find(target) && <img className="tiny-logo" src={find(target)?.logo} alt="" referrerPolicy="no-referrer" />}
            <span className="strong grow">{nameOf(target)}</span>
            {!saved.socialSignInConnectorTargets.includes(target) && <span className="tag warn">{t('social.new')}</span>}
          </>
        )}
      </SortList>
      <SwitchRow
        label={t('social.link')}
        hint={t('social.linkHint')}
        checked={draft.socialSignIn.automaticAccountLinking ?? false}
        onChange={(automaticAccountLinking) => set('socialSignIn', { ...draft.socialSignIn, automaticAccountLinking })}
      />
      <SwitchRow
        label={t('social.skip')}
        hint={t('social.skipHint')}
        checked={draft.socialSignIn.skipRequiredIdentifiers ?? false}
        onChange={(skipRequiredIdentifiers) => set('socialSignIn', { ...draft.socialSignIn, skipRequiredIdentifiers })}
      />
    </Group>
  );
}
