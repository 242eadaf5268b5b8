import { useTranslation } from 'react-i18next';
import { contents, envelopes } from './agreement';
import { Choice } from './Choice';
import type { Fields } from './fields';

/** How something is encrypted: by what its key travels and, where it is encrypted at all, by what its content is. */
export function Encryption({ of, hint, draft, set }: Pick<Fields, 'draft' | 'set'> & { of: 'idToken' | 'userinfo' | 'request'; hint?: string }) {
  const { t } = useTranslation('application');
  return (
    <div className="two">
      <Choice label={t(`speech.${of}Envelope`)} hint={hint} none={t('speech.notEncrypted')} options={envelopes} value={draft[`${of}Envelope`]} onChange={(value) => set(`${of}Envelope`, value)} />
      {draft[`${of}Envelope`] && <Choice label={t('speech.content')} none={t('speech.usual')} options={contents} value={draft[`${of}Content`]} onChange={(value) => set(`${of}Content`, value)} />}
    </div>
  );
}
