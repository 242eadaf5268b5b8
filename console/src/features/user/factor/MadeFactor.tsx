import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/parts/ShownOnce';
import { nameOf, type User } from '../user';
import '../user.css';

/** What the server answers when it has made a factor. */
export type Made = { type: 'Totp'; secret: string; secretQrCode: string } | { type: 'BackupCode'; codes: string[] };

/** A factor that was just made, with what its person needs of it; nobody sees that again. */
export function MadeFactor({ user, made, onClose }: { user: User; made: Made; onClose: () => void }) {
  const { t } = useTranslation('user');
  const name = nameOf(user);
  if (made.type === 'BackupCode') {
    return (
      <ShownOnce title={t('factors.codesTitle', { name })} what={t('factors.is.BackupCode')} value={made.codes.join('\n')} warning={t('factors.onceWarning')} onClose={onClose}>
        {t('factors.codesLead')}
      </ShownOnce>
    );
  }
  return (
    <ShownOnce title={t('factors.totpTitle', { name })} what={t('factors.key')} value={made.secret} warning={t('factors.onceWarning')} onClose={onClose}>
      {t('factors.totpLead')}
      <img className="qr" src={made.secretQrCode} alt={t('factors.picture')} width={200} height={200} />
    </ShownOnce>
  );
}
