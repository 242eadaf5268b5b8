import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from './ConfirmDialog';
import { Danger } from './DetailsPage';
import { toast } from './Toasts';

interface Ending {
  /** What is deleted; it has to be typed. */
  name: string;
  title: string;
  lead: string;
  confirm?: string;
  /** What breaks, with numbers; read when the dialog opens. */
  children: ReactNode;
  remove: () => Promise<unknown>;
  /** Said when it is done. */
  done: string;
  /** Where to go then, below the tenant. */
  to: string;
  /** The keys of the thing and of the lists that it stands in, below the tenant. */
  own: string[];
  lists: string[];
}

/** The end of a thing: a line of the {@link DangerZone}, a dialog that says what breaks, and the way back to its list. */
export function Deletion({ name, title, lead, confirm, children, remove, done, to, own, lists }: Ending) {
  const { t } = useTranslation();
  const { id } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [asked, setAsked] = useState(false);
  const run = async () => {
    await remove();
    queries.removeQueries({ queryKey: [id, ...own] });
    void queries.invalidateQueries({ queryKey: [id, ...lists] });
    toast(done);
    go(to);
  };
  return (
    <>
      <Danger
        title={title}
        action={
          <Button color="red" onClick={() => setAsked(true)}>
            {t('act.delete')}…
          </Button>
        }
      >
        {lead}
      </Danger>
      {asked && (
        <ConfirmDialog title={title} name={name} confirm={confirm ?? t('act.delete')} onClose={() => setAsked(false)} onConfirm={run}>
          {children}
        </ConfirmDialog>
      )}
    </>
  );
}
