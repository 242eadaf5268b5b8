import Bowser from 'bowser';

/** Browser and system, such as `Firefox 131, macOS`; what is not known by name is shown as it came. */
export function deviceOf(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent);
  const version = browser.version?.split('.')[0];
  const known = [[browser.name, version].filter(Boolean).join(' '), os.name].filter(Boolean).join(', ');
  return browser.name ? known : userAgent.slice(0, 60);
}
