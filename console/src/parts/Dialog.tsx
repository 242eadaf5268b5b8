import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A dialog that is open for as long as it is drawn; afterwards the focus is back where it was. */
export function Dialog({ closeButtonProps, ...modal }: Omit<ModalProps, 'opened'>) {
  const { t } = useTranslation();
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const nobody = document.activeElement === null || document.activeElement === document.body;
        if (nobody && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
  return <Modal opened closeButtonProps={{ 'aria-label': t('act.close'), ...closeButtonProps }} {...modal} />;
}
