import IconApi from '@tabler/icons-react/icons/IconApi';
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck';
import IconTerminal2 from '@tabler/icons-react/icons/IconTerminal2';
import type { CSSProperties } from 'react';
import type { Framework } from './frameworks';

// Simple Icons (CC0), a file each, fetched when it is shown.
const files = import.meta.glob<string>(
  '/node_modules/simple-icons/icons/{flask,python,express,nextdotjs,springboot,go,php,ruby,dotnet,nuxt,svelte,reactrouter,wordpress,passport,openid,react,vuedotjs,angular,javascript,googlechrome,blazor,webflow,swift,android,expo,flutter,capacitor,nodedotjs,remix,outline}.svg',
  { query: '?url', import: 'default', eager: true },
);
const drawings = { machine: IconTerminal2, api: IconApi, spa: IconShieldCheck, traditional: IconShieldCheck, native: IconShieldCheck, thirdParty: IconShieldCheck, saml: IconShieldCheck };

/** A framework's logo in its own colour, a little darker or lighter where the surface asks for it. */
export function Logo({ framework: { logo, tint, section }, size = '' }: { framework: Framework; size?: '' | 'm' | 'l' }) {
  const file = logo && files[`/node_modules/simple-icons/icons/${logo}.svg`];
  const colour = tint && `light-dark(${tint[0]}, ${tint[1]})`;
  const Drawing = drawings[section];
  return (
    <span className={`logo ${size}`} style={{ '--lc': colour } as CSSProperties} aria-hidden="true">
      {file ? <i style={{ maskImage: `url("${file}")` }} /> : <Drawing size={size === 'l' ? 28 : 20} stroke={1.75} />}
    </span>
  );
}
