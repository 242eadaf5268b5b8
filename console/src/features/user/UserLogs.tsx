import { useTranslation } from 'react-i18next';
import { ChoiceFilter, ClearFilters, WhenFilter } from '@/features/audit/Filters';
import { Events } from '@/features/audit/Events';
import { eventName, keys } from '@/features/audit/events';
import { useList } from '@/parts/list/list';
import { UserFrame } from './UserFrame';

/** What a person did. */
export default function UserLogs() {
  const { t } = useTranslation('audit');
  const list = useList();
  const named = keys.map((key) => ({ value: key, text: `${t(`events.${eventName(key)}`)} (${key.split('.').slice(-2).join('.')})` }));
  return (
    <UserFrame>
      {(user) => (
        <>
          <div className="tools">
            <WhenFilter list={list} />
            <ChoiceFilter list={list} name="event" label={t('event')} all={t('anyEvent')} values={named} />
            <ClearFilters list={list} names={['when', 'event']} />
          </div>
          <Events list={list} userId={user.id} />
        </>
      )}
    </UserFrame>
  );
}
