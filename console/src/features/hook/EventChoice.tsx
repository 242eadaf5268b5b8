import { useTranslation } from 'react-i18next';
import { CheckRow } from '@/parts/DetailsPage';
import { eventGroups, strayEvents, type HookEvent } from './hook';
import './hook.css';

/** What a webhook is told, to be ticked. */
export function EventChoice({ chosen, error, onChange }: { chosen: HookEvent[]; error?: string; onChange: (events: HookEvent[]) => void }) {
  const { t } = useTranslation('hook');
  const row = (event: HookEvent) => (
    <CheckRow key={event} name={event} checked={chosen.includes(event)} onChange={(on) => onChange(on ? [...chosen, event] : chosen.filter((each) => each !== event))} />
  );
  const stray = strayEvents(chosen);
  return (
    <div className="events">
      {(Object.keys(eventGroups) as (keyof typeof eventGroups)[]).map((group) => (
        <fieldset key={group}>
          <legend className="lab">{t(`group.${group}`)}</legend>
          {eventGroups[group].map(row)}
          {group === 'signIn' && stray.map(row)}
        </fieldset>
      ))}
      {error && (
        <p className="err" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
