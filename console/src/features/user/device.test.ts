import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';

describe('the device of a session', () => {
  it('is the browser with its version, and the system', () => {
    expect(deviceOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0')).toBe('Firefox 131, macOS');
    expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari 18, iOS');
  });

  it('is what the program calls itself where it is no browser', () => {
    expect(deviceOf('bookshop-sync/2')).toBe('bookshop-sync/2');
    expect(deviceOf('x'.repeat(200))).toHaveLength(60);
  });
});
