import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import frame from '../../phrases/en.json';
import { isUsername, type Administrator } from './administrator';
import { AdministratorTable } from './AdministratorTable';
import en from './phrases/en.json';

const ines: Administrator = { id: 'i', username: 'ines', name: 'Ines Duarte', primaryEmail: 'ines@harbour.example', createdAt: 0, lastSignInAt: Date.now() };
const noor: Administrator = { id: 'n', username: 'noor', createdAt: 0, lastSignInAt: null };

describe('administrators', () => {
  beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'frame', resources: { en: { frame, administrator: en } } }));
  const row = (name: RegExp) => within(screen.getByRole('row', { name }));

  it('remove others, and never themselves', async () => {
    const removed: Administrator[] = [];
    render(<AdministratorTable rows={[ines, noor]} busy={false} self="i" onRemove={(one) => removed.push(one)} />);
    expect(row(/Ines Duarte/).getByText('You')).toBeTruthy();
    expect(row(/Ines Duarte/).getByText('ines@harbour.example')).toBeTruthy();
    expect(row(/Ines Duarte/).queryByRole('button')).toBeNull();
    expect(row(/noor/).getByText('never')).toBeTruthy();
    await userEvent.click(row(/noor/).getByRole('button', { name: 'Remove noor' }));
    expect(removed).toEqual([noor]);
  });

  it('are not removed before it is known who looks', () => {
    render(<AdministratorTable rows={[ines, noor]} busy={false} self={undefined} onRemove={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('have usernames of letters, digits and underscores', () => {
    expect(['noor', '_n', 'Noor_2'].every(isUsername)).toBe(true);
    expect(['', '2noor', 'noor el', 'noor@harbour.example', 'noor\n'].some(isUsername)).toBe(false);
  });
});
