import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '@/app/api/error';
import en from '../phrases/en.json';
import { FormDialog } from './FormDialog';

interface Given {
  invalid?: boolean;
  disabled?: boolean;
  send?: () => unknown;
}

function shown({ send = () => undefined, ...given }: Given) {
  const sent: number[] = [];
  render(
    <MantineProvider env="test">
      <FormDialog
        title="Add domain"
        {...given}
        send={() => {
          sent.push(1);
          return send();
        }}
        onClose={() => undefined}
      >
        {(asked) => asked && <p>Enter a host name.</p>}
      </FormDialog>
    </MantineProvider>,
  );
  return sent;
}

describe('a form in a dialog', () => {
  beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'frame', resources: { en: { frame: en } } }));
  const submit = () => screen.getByRole('button', { name: 'Add domain' });

  it('sends nothing that has to be mended, and lets the fields say so', async () => {
    const sent = shown({ invalid: true });
    expect(screen.queryByText('Enter a host name.')).toBeNull();
    await userEvent.click(submit());
    expect(screen.getByText('Enter a host name.')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('waits for what it needs', () => {
    shown({ disabled: true });
    expect((submit() as HTMLButtonElement).disabled).toBe(true);
  });

  it('says what the server refused, until it is sent again', async () => {
    let refuses = true;
    const sent = shown({
      send: async () => {
        if (refuses) throw new ApiError(422, 'domain.domain_in_use', 'It has been added already.');
      },
    });
    await userEvent.click(submit());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('It has been added already.'));
    refuses = false;
    await userEvent.click(submit());
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(sent).toHaveLength(2);
  });
});
