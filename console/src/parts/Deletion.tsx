import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from './ConfirmDialog';
import { Danger, DangerZone, Section } from './DetailsPage';
import { toast } from './Toasts';

interface Ending {
  /** What is deleted; it has to be typed. */
  name: string;
  /** Where a language says more than “Delete {{name}}”. */
  title?: string;
  lead: string;
  confirm?: string;
  /** What breaks, with numbers; read when the dialog opens. The lead, where there are none. */
  children?: ReactNode;
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
export function Deletion({ name, title: given, lead, confirm, children, remove, done, to, own, lists }: Ending) {
  const { t } = useTranslation();
  const { id } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [asked, setAsked] = useState(false);
  const title = given ?? t('act.deleteWhat', { name });
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
          {children ?? lead}
        </ConfirmDialog>
      )}
    </>
  );
}

/** The last section of a thing's page: its {@link Deletion} alone. */
export function DeleteSection(ending: Ending) {
  const { t } = useTranslation();
  return (
    <Section title={t('act.delete')}>
      <DangerZone>
        <Deletion {...ending} />
      </DangerZone>
    </Section>
  );
}
