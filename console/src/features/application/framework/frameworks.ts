import type { Application } from '../application';

/** What an application is built with: a card of the gallery, with its logo and its guide. */
export interface Framework {
  id: string;
  name: string;
  /** Said below the name: a language, a variant. */
  note: string;
  section: SectionId;
  /** Where it is another than its section's. */
  type?: Application['type'];
  language: LanguageId;
  /** A file of Simple Icons, or a drawing of our own where there is none. */
  logo?: string;
  tint?: [light: string, dark: string];
  /** The guide; without one of its own the framework is served by that for any OpenID client. */
  guide: string;
  /** Where its login library is usually called back and where people land when they have signed out. */
  redirectUri?: string;
  signOutUri?: string;
}

export type SectionId = 'traditional' | 'spa' | 'native' | 'machine' | 'thirdParty' | 'saml' | 'api';
export type LanguageId = 'javascript' | 'python' | 'java' | 'go' | 'dotnet' | 'php' | 'ruby' | 'mobile' | 'any';

/** The sections in their order, with what the Management API calls their type. An API is no application. */
export const sections: Record<SectionId, Pick<Application, 'type' | 'isThirdParty'> | undefined> = {
  traditional: { type: 'Traditional', isThirdParty: false },
  spa: { type: 'SPA', isThirdParty: false },
  native: { type: 'Native', isThirdParty: false },
  machine: { type: 'MachineToMachine', isThirdParty: false },
  thirdParty: { type: 'Traditional', isThirdParty: true },
  saml: { type: 'SAML', isThirdParty: false },
  api: undefined,
};

const local = (port: number, path: string) => `http://localhost:${port}${path}`;

export const frameworks: Framework[] = [
  { id: 'flask', name: 'Flask', note: 'Python', section: 'traditional', language: 'python', logo: 'flask', tint: ['#21808f', '#6fc6d4'], guide: 'flask', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'python', name: 'Python', note: 'Django, ASGI', section: 'traditional', language: 'python', logo: 'python', tint: ['#3776ab', '#7db3e0'], guide: 'openid', redirectUri: local(8000, '/callback'), signOutUri: local(8000, '/') },
  { id: 'express', name: 'Express', note: 'Node.js', section: 'traditional', language: 'javascript', logo: 'express', guide: 'express', redirectUri: local(3000, '/logto/sign-in-callback'), signOutUri: 'http://localhost:3000' },
  { id: 'next', name: 'Next.js', note: 'App Router', section: 'traditional', language: 'javascript', logo: 'nextdotjs', guide: 'next', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'next-pages', name: 'Next.js', note: 'Pages Router', section: 'traditional', language: 'javascript', logo: 'nextdotjs', guide: 'openid', redirectUri: local(3000, '/api/logto/sign-in-callback'), signOutUri: local(3000, '/') },
  { id: 'spring-boot', name: 'Spring Boot', note: 'Java, Kotlin', section: 'traditional', language: 'java', logo: 'springboot', tint: ['#4f8a28', '#7cc04f'], guide: 'spring-boot', redirectUri: local(3000, '/login/oauth2/code/gatehouse'), signOutUri: local(3000, '/') },
  { id: 'go', name: 'Go', note: 'net/http', section: 'traditional', language: 'go', logo: 'go', tint: ['#00829e', '#35c3dd'], guide: 'go', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'php', name: 'PHP', note: 'Laravel', section: 'traditional', language: 'php', logo: 'php', tint: ['#5f65a0', '#9aa0d8'], guide: 'openid', redirectUri: local(8000, '/callback'), signOutUri: local(8000, '/') },
  { id: 'ruby', name: 'Ruby', note: 'Rails, Sinatra', section: 'traditional', language: 'ruby', logo: 'ruby', tint: ['#b32a22', '#ee7a72'], guide: 'openid', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'dotnet', name: 'ASP.NET Core', note: 'MVC', section: 'traditional', language: 'dotnet', logo: 'dotnet', tint: ['#512bd4', '#a896f2'], guide: 'openid', redirectUri: local(5000, '/signin-oidc'), signOutUri: local(5000, '/signout-callback-oidc') },
  { id: 'dotnet-razor', name: 'ASP.NET Core', note: 'Razor Pages', section: 'traditional', language: 'dotnet', logo: 'dotnet', tint: ['#512bd4', '#a896f2'], guide: 'openid', redirectUri: local(5000, '/signin-oidc'), signOutUri: local(5000, '/signout-callback-oidc') },
  { id: 'blazor-server', name: 'Blazor', note: 'Server', section: 'traditional', language: 'dotnet', logo: 'blazor', tint: ['#512bd4', '#a896f2'], guide: 'openid', redirectUri: local(5000, '/signin-oidc'), signOutUri: local(5000, '/signout-callback-oidc') },
  { id: 'nuxt', name: 'Nuxt', note: 'Vue', section: 'traditional', language: 'javascript', logo: 'nuxt', tint: ['#018f54', '#00dc82'], guide: 'openid', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'sveltekit', name: 'SvelteKit', note: 'Node.js', section: 'traditional', language: 'javascript', logo: 'svelte', tint: ['#c23000', '#ff7a4d'], guide: 'openid', redirectUri: local(5173, '/callback'), signOutUri: local(5173, '/') },
  { id: 'react-router', name: 'React Router', note: 'Framework mode', section: 'traditional', language: 'javascript', logo: 'reactrouter', tint: ['#bc2f35', '#f28a8e'], guide: 'openid', redirectUri: local(5173, '/callback'), signOutUri: local(5173, '/') },
  { id: 'remix', name: 'Remix', note: 'Node.js', section: 'traditional', language: 'javascript', logo: 'remix', guide: 'openid', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'wordpress', name: 'WordPress', note: 'OpenID Connect plug-in', section: 'traditional', language: 'php', logo: 'wordpress', tint: ['#21759b', '#6fb8da'], guide: 'openid' },
  { id: 'passport', name: 'Passport', note: 'Node.js', section: 'traditional', language: 'javascript', logo: 'passport', tint: ['#1f8f3a', '#34e27a'], guide: 'openid', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'auth-js', name: 'Auth.js', note: 'Next Auth', section: 'traditional', language: 'javascript', guide: 'openid', redirectUri: local(3000, '/api/auth/callback/gatehouse'), signOutUri: local(3000, '/') },
  { id: 'outline', name: 'Outline', note: 'Wiki', section: 'traditional', language: 'any', logo: 'outline', guide: 'openid', redirectUri: 'https://wiki.example/auth/oidc.callback', signOutUri: 'https://wiki.example/' },
  { id: 'chatgpt', name: 'ChatGPT', note: 'Action of a GPT', section: 'traditional', language: 'any', guide: 'openid', redirectUri: 'https://chat.openai.com/aip/YOUR-PLUGIN/oauth/callback' },
  { id: 'openid', name: 'OpenID Connect', note: 'Any client', section: 'traditional', language: 'any', logo: 'openid', tint: ['#a85b00', '#f7931e'], guide: 'openid' },
  { id: 'react', name: 'React', note: 'TypeScript', section: 'spa', language: 'javascript', logo: 'react', tint: ['#0f7ea3', '#61dafb'], guide: 'react', redirectUri: local(5173, '/callback'), signOutUri: local(5173, '/') },
  { id: 'vue', name: 'Vue', note: 'TypeScript', section: 'spa', language: 'javascript', logo: 'vuedotjs', tint: ['#2f8f67', '#4fc08d'], guide: 'vue', redirectUri: local(5173, '/callback'), signOutUri: local(5173, '/') },
  { id: 'angular', name: 'Angular', note: 'TypeScript', section: 'spa', language: 'javascript', logo: 'angular', tint: ['#b41e4a', '#f0799a'], guide: 'browser', redirectUri: local(4200, '/callback'), signOutUri: local(4200, '/') },
  { id: 'browser', name: 'JavaScript', note: 'Vanilla', section: 'spa', language: 'javascript', logo: 'javascript', tint: ['#7a6a00', '#f0db4f'], guide: 'browser', redirectUri: local(3000, '/callback'), signOutUri: local(3000, '/') },
  { id: 'chrome-extension', name: 'Chrome', note: 'Manifest V3', section: 'spa', language: 'javascript', logo: 'googlechrome', tint: ['#2f66c4', '#8ab4f8'], guide: 'openid' },
  { id: 'blazor-wasm', name: 'Blazor', note: 'WebAssembly', section: 'spa', language: 'dotnet', logo: 'blazor', tint: ['#512bd4', '#a896f2'], guide: 'openid', redirectUri: local(5000, '/authentication/login-callback'), signOutUri: local(5000, '/authentication/logout-callback') },
  { id: 'webflow', name: 'Webflow', note: 'JavaScript', section: 'spa', language: 'javascript', logo: 'webflow', tint: ['#146ef5', '#8ab4f8'], guide: 'browser' },
  { id: 'ios', name: 'iOS', note: 'Swift', section: 'native', language: 'mobile', logo: 'swift', tint: ['#c8421c', '#f5815f'], guide: 'ios', redirectUri: 'io.gatehouse.books://callback' },
  { id: 'android', name: 'Android', note: 'Kotlin, Java', section: 'native', language: 'mobile', logo: 'android', tint: ['#1f8f4d', '#5fd98f'], guide: 'android', redirectUri: 'io.logto.android://io.gatehouse.books/callback' },
  { id: 'expo', name: 'Expo', note: 'React Native', section: 'native', language: 'mobile', logo: 'expo', guide: 'openid', redirectUri: 'io.gatehouse.books://callback', signOutUri: 'io.gatehouse.books://callback' },
  { id: 'flutter', name: 'Flutter', note: 'Dart', section: 'native', language: 'mobile', logo: 'flutter', tint: ['#02569b', '#54c5f8'], guide: 'openid', redirectUri: 'io.gatehouse.books://callback', signOutUri: 'io.gatehouse.books://callback' },
  { id: 'capacitor', name: 'Capacitor', note: 'JavaScript', section: 'native', language: 'mobile', logo: 'capacitor', tint: ['#0b6fd4', '#53b9ff'], guide: 'openid', redirectUri: 'io.gatehouse.books://callback', signOutUri: 'io.gatehouse.books://callback' },
  { id: 'machine', name: 'Machine-to-machine', note: 'Client credentials', section: 'machine', language: 'any', guide: 'machine' },
  { id: 'third-party', name: 'OpenID Connect', note: 'Web', section: 'thirdParty', language: 'any', logo: 'openid', tint: ['#a85b00', '#f7931e'], guide: 'openid' },
  { id: 'third-party-spa', name: 'OpenID Connect', note: 'Single page', section: 'thirdParty', type: 'SPA', language: 'any', logo: 'openid', tint: ['#a85b00', '#f7931e'], guide: 'openid' },
  { id: 'third-party-native', name: 'OpenID Connect', note: 'Native', section: 'thirdParty', type: 'Native', language: 'any', logo: 'openid', tint: ['#a85b00', '#f7931e'], guide: 'openid' },
  { id: 'saml', name: 'SAML 2.0', note: 'Any service provider', section: 'saml', language: 'any', guide: 'openid' },
  { id: 'api-spring-boot', name: 'Spring Boot', note: 'API', section: 'api', language: 'java', logo: 'springboot', tint: ['#4f8a28', '#7cc04f'], guide: 'api-spring-boot' },
  { id: 'api-node', name: 'Node.js', note: 'API', section: 'api', language: 'javascript', logo: 'nodedotjs', tint: ['#3f8a2a', '#7fc25f'], guide: 'api-node' },
  { id: 'api-express', name: 'Express', note: 'API', section: 'api', language: 'javascript', logo: 'express', guide: 'api-express' },
  { id: 'api-python', name: 'Python', note: 'Flask API', section: 'api', language: 'python', logo: 'python', tint: ['#3776ab', '#7db3e0'], guide: 'api-python' },
];

/** Those that Get started shows. */
export const favourites = ['flask', 'express', 'next', 'spring-boot', 'react', 'vue', 'go'];

export const frameworkOf = (id: string | undefined) => frameworks.find((framework) => framework.id === id);

/** What an application was created with; without a word about it the plainest of its type. */
export function frameworkOfApplication({ type, customData }: Pick<Application, 'type' | 'customData'>): Framework {
  const named = frameworkOf((customData as { guide?: string } | null)?.guide);
  const plain = { SPA: 'browser', MachineToMachine: 'machine', SAML: 'saml' }[type as string] ?? 'openid';
  return named ?? (frameworkOf(plain) as Framework);
}
