import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../phrases/en.json';
import { NewToken } from './NewToken';

const days = 86_400_000;

function shown() {
  const made: [string, number | null][] = [];
  render(
    <MantineProvider env="test">
      <NewToken
        title="Add token"
        submit="Make"
        name={{ label: 'Name', hint: 'What it is for.', missing: 'Enter a name.', taken: (name) => (name === 'Export' ? 'There is one.' : undefined) }}
        until={{ label: 'Until', days: (count) => `In ${count} days`, lives: [30, 90], usual: 90 }}
        make={async (name, expiresAt) => made.push([name, expiresAt])}
        onMade={() => undefined}
        onClose={() => undefined}
      />
    </MantineProvider>,
  );
  return made;
}

describe('a new token', () => {
  beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', defaultNS: 'frame', resources: { en: { frame: en } } }));

  it('has a name that none has yet', async () => {
    const made = shown();
    const person = userEvent.setup();
    await person.click(screen.getByRole('button', { name: 'Make' }));
    expect(screen.getByText('Enter a name.')).toBeTruthy();
    await person.type(screen.getByLabelText('Name'), 'Export');
    expect(screen.getByText('There is one.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Make' }));
    expect(made).toEqual([]);
  });

  it('ends after the chosen days, or never', async () => {
    const made = shown();
    const person = userEvent.setup();
    await person.type(screen.getByLabelText('Name'), ' Import ');
    await person.click(screen.getByRole('button', { name: 'Make' }));
    await waitFor(() => expect(made).toHaveLength(1));
    const [name, end] = made[0]!;
    expect(name).toBe('Import');
    expect(Math.abs((end ?? 0) - Date.now() - 90 * days)).toBeLessThan(days);
    await person.selectOptions(screen.getByLabelText('Until'), 'Never');
    await person.click(screen.getByRole('button', { name: 'Make' }));
    await waitFor(() => expect(made[1]).toEqual(['Import', null]));
  });
});
