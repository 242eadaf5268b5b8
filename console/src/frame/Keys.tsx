import { useTranslation } from 'react-i18next';
import { Dialog } from '@/parts/Dialog';

const keys = [
  ['Ctrl K', 'find'],
  ['/', 'search'],
  ['Ctrl S', 'save'],
  ['Esc', 'close'],
  ['?', 'keys'],
] as const;

/** The list of keys. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('help.keys')}>
      <dl className="kv">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
