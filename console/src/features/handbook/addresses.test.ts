import { expect, it } from 'vitest';
import { withAddresses } from './addresses';

it('names the addresses of this server, also where they look like those of the handbook', () => {
  const text = 'Applications find it at http://localhost:3001, you at http://localhost:3002/console; http://localhost:3000 is yours.';
  expect(withAddresses(text, 'http://localhost:30021', 'http://localhost:3001')).toBe(
    'Applications find it at http://localhost:30021, you at http://localhost:3001/console; http://localhost:3000 is yours.',
  );
});
