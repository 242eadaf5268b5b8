import pom from '../../../../../samples/spring-boot/pom.xml?raw';
import pages from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/Website.java?raw';
import security from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/WebsiteSecurity.java?raw';
import settings from '../../../../../samples/spring-boot/src/main/resources/application.yaml?raw';
import { adapted, excerpt, picked, type Guide } from '../guide';

const dependency = '    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-';
const application = adapted(
  picked(
    settings,
    ['server:', '  port'],
    ['books:', '  algorithm'],
    ['spring:', '  security:', '    oauth2:', '      client:', '        registration:', '          gatehouse:'],
    ['            client-id', '            client-secret', '            redirect-uri', '            scope'],
    ['        provider:', '          gatehouse:', '            issuer-uri'],
  ),
  [
    ['${APP_PORT:3000}', '3000'],
    ['${ALGORITHM:ES384}', 'ES384'],
    ['${APP_ID}', '{{appId}}'],
    ['${APP_SECRET}', '{{appSecret}}'],
    ['"{baseUrl}/login/oauth2/code/{registrationId}"', '{{redirectUri}}'],
    ['${ENDPOINT}/oidc', '{{issuer}}'],
  ],
);

const springBoot: Guide = {
  needs: 'Java 17+, Spring Boot 3.5+',
  minutes: 10,
  sample: 'spring-boot',
  steps: [
    { kind: 'install', snippets: [{ file: 'pom.xml', language: 'html', text: picked(pom, [`${dependency}web`, `${dependency}oauth2-client`]) }] },
    { kind: 'configure', snippets: [{ file: 'application.yaml', language: 'yaml', text: application }] },
    { kind: 'uris' },
    {
      kind: 'routes',
      note: 'springAlgorithm',
      snippets: [{ file: 'WebsiteSecurity.java', language: 'java', text: adapted(excerpt(security, 'import'), [['"{baseUrl}/"', '"{{signOutUri}}"']]) }],
    },
    { kind: 'who', snippets: [{ file: 'Website.java', language: 'java', text: excerpt(pages, 'import') }] },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'mvn spring-boot:run\n' }] },
  ],
};

export default springBoot;
