import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';
import { ConfirmDialog } from '../ConfirmDialog';
import { CopyButton } from '../Copy';
import { Status } from '../DetailsPage';
import { DataTable } from '../list/DataTable';

/** A certificate by which something of ours is known, in use or waiting for its turn. */
export interface Certificate {
  id: string;
  certificate: string;
  fingerprints: { sha256: { formatted: string } };
  active: boolean;
  expiresAt: number;
}

/** What the list calls things, and what it asks before it does them. */
export interface CertificateWords {
  list: string;
  certificate: string;
  fingerprint: string;
  state: string;
  active: string;
  waiting: string;
  expires: string;
  activate: string;
  activateQuestion: string;
  activateConsequence: string;
  deleteQuestion: string;
  deleteConsequence: string;
}

interface Props {
  rows: Certificate[] | undefined;
  words: CertificateWords;
  onActivate: (id: string) => Promise<unknown>;
  onDelete: (id: string) => Promise<unknown>;
}

/** Certificates of which one is in use: another takes its turn, and those that wait can be deleted. */
export function CertificateList({ rows, words, onActivate, onDelete }: Props) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [turn, setTurn] = useState<string>();
  const [ending, setEnding] = useState<string>();
  return (
    <>
      <DataTable<Certificate>
        label={words.list}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'fingerprint',
            header: words.fingerprint,
            cell: ({ certificate, fingerprints }) => (
              <span className="cid">
                <code title={fingerprints.sha256.formatted}>{fingerprints.sha256.formatted.slice(0, 23)}…</code>
                <CopyButton value={certificate} what={words.certificate} />
              </span>
            ),
          },
          { id: 'state', header: words.state, cell: ({ active }) => <Status kind={active ? 'ok' : 'idle'}>{active ? words.active : words.waiting}</Status> },
          { id: 'expires', header: words.expires, optional: true, cell: ({ expiresAt }) => <span className="sub">{date(expiresAt)}</span> },
          {
            id: 'acts',
            header: t('list.actions'),
            hidden: true,
            end: true,
            cell: ({ id, active }) =>
              active ? null : (
                <span className="cid">
                  <Button size="xs" onClick={() => setTurn(id)}>
                    {words.activate}
                  </Button>
                  <Button size="xs" color="red" onClick={() => setEnding(id)}>
                    {t('act.delete')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {turn !== undefined && (
        <ConfirmDialog title={words.activateQuestion} confirm={words.activate} harmless onClose={() => setTurn(undefined)} onConfirm={() => onActivate(turn)}>
          {words.activateConsequence}
        </ConfirmDialog>
      )}
      {ending !== undefined && (
        <ConfirmDialog title={words.deleteQuestion} confirm={t('act.delete')} onClose={() => setEnding(undefined)} onConfirm={() => onDelete(ending)}>
          {words.deleteConsequence}
        </ConfirmDialog>
      )}
    </>
  );
}
