import { useTranslation } from 'react-i18next';
import { useList } from '@/parts/list/list';
import { Page } from '@/parts/Page';
import { Events } from './Events';
import { keys, eventName } from './events';
import { ChoiceFilter, ClearFilters, IdFilter, WhenFilter } from './Filters';
import { Tabs } from './Tabs';

/** What people and applications did. */
export default function EventLog() {
  const { t } = useTranslation('audit');
  const list = useList();
  const named = keys.map((key) => ({ value: key, text: `${t(`events.${eventName(key)}`)} (${key.split('.').slice(-2).join('.')})` }));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs />
      <div className="tools">
        <WhenFilter list={list} />
        <ChoiceFilter list={list} name="event" label={t('event')} all={t('anyEvent')} values={named} />
        <IdFilter list={list} name="user" label={t('userId')} />
        <IdFilter list={list} name="application" label={t('applicationId')} />
        <ClearFilters list={list} names={['when', 'event', 'user', 'application']} />
      </div>
      <Events list={list} />
    </Page>
  );
}
