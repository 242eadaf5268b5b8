import type { Factory } from './connector';

/** A provider's logo, in dark its dark one where there is one. */
export function ConnectorLogo({ of, size = 'm' }: { of: Pick<Factory, 'logo' | 'logoDark'>; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={`provider ${size}`}>
      <img className={of.logoDark ? 'light-only' : undefined} src={of.logo} alt="" loading="lazy" referrerPolicy="no-referrer" />
      {of.logoDark && <img className="dark-only" src={of.logoDark} alt="" loading="lazy" referrerPolicy="no-referrer" />}
    </span>
  );
}
