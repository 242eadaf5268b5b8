import { useTranslation } from 'react-i18next';
import { useStudio } from '../experience';
import { bothSteps } from './factor';

/** Says that a code is the first step and the second at once, where both can be mended. */
export function BothSteps() {
  const { t } = useTranslation('branding');
  const { draft } = useStudio();
  return bothSteps(draft).map((factor) => (
    <p key={factor} className="err" role="alert">
      {t('mfa.both', { factor: t(`mfa.factor.${factor}.name`) })}
    </p>
  ));
}
