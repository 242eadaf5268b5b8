import pom from '../../../../../samples/spring-boot/pom.xml?raw';
import security from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/ApiSecurity.java?raw';
import api from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/BooksApi.java?raw';
import settings from '../../../../../samples/spring-boot/src/main/resources/application.yaml?raw';
import { adapted, excerpt, picked, type Guide } from '../guide';

const dependency = '    <dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-';
const application = adapted(
  picked(
    settings,
    ['books:', '  algorithm', '  resource'],
    ['spring:', '  security:', '    oauth2:', '      resourceserver:', '        jwt:', '          issuer-uri'],
  ),
  [
    ['${ALGORITHM:ES384}', 'ES384'],
    ['${RESOURCE}', 'https://books.example/api'],
    ['${ENDPOINT}/oidc', '{{issuer}}'],
  ],
);

const apiSpringBoot: Guide = {
  needs: 'Java 17+, Spring Boot 3.5+',
  minutes: 8,
  sample: 'spring-boot',
  steps: [
    { kind: 'install', snippets: [{ file: 'pom.xml', language: 'html', text: picked(pom, [`${dependency}web`, `${dependency}oauth2-resource-server`]) }] },
    { kind: 'endpoints', snippets: [{ file: 'application.yaml', language: 'yaml', text: application }] },
    {
      kind: 'protect',
      note: 'springType',
      snippets: [
        { file: 'ApiSecurity.java', language: 'java', text: excerpt(security, 'import') },
        { file: 'BooksApi.java', language: 'java', text: excerpt(api, 'import') },
      ],
    },
  ],
};

export default apiSpringBoot;
