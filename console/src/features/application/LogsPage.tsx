import { useTranslation } from 'react-i18next';
import { Events } from '@/features/audit/Events';
import { eventName, keys } from '@/features/audit/events';
import { ChoiceFilter, ClearFilters, WhenFilter } from '@/features/audit/Filters';
import { useList } from '@/parts/list/list';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';

/** What happened through an application. */
export default function LogsPage() {
  const { t } = useTranslation('audit');
  const list = useList();
  const named = keys.map((key) => ({ value: key, text: `${t(`events.${eventName(key)}`)} (${key.split('.').slice(-2).join('.')})` }));
  return (
    <ApplicationFrame>
      {(application) => (
        <ApplicationHead application={application}>
          <div className="tools">
            <WhenFilter list={list} />
            <ChoiceFilter list={list} name="event" label={t('event')} all={t('anyEvent')} values={named} />
            <ClearFilters list={list} names={['when', 'event']} />
          </div>
          <Events list={list} applicationId={application.id} />
        </ApplicationHead>
      )}
    </ApplicationFrame>
  );
}
