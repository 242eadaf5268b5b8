import security from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/Security.java?raw';
import pages from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/Pages.java?raw';
import { excerpt, type Guide } from '../guide';

const springBoot: Guide = {
  needs: 'Java 21+, Spring Boot 3.5+',
  minutes: 10,
  sample: 'spring-boot',
  steps: [
    {
      kind: 'install',
      snippets: [
        {
          file: 'pom.xml',
          language: 'html',
          text: `<dependency>
  <groupId>org.springframework.boot</groupId>
  <artifactId>spring-boot-starter-oauth2-client</artifactId>
</dependency>
`,
        },
      ],
    },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'application.yaml',
          language: 'yaml',
          text: `server:
  port: 3000
books:
  algorithm: ES384
spring:
  security:
    oauth2:
      client:
        registration:
          gatehouse:
            client-id: {{appId}}
            client-secret: {{appSecret}}
            redirect-uri: {{redirectUri}}
            scope: openid,profile,email
        provider:
          gatehouse:
            issuer-uri: {{issuer}}
`,
        },
      ],
    },
    { kind: 'uris' },
    {
      kind: 'routes',
      note: 'springAlgorithm',
      snippets: [
        {
          file: 'Security.java',
          language: 'java',
          text: `@Configuration
class Security {

${excerpt(security, '  @Order(2)', '  /** Gatehouse').replace('@Order(2)', '  @Bean')}}
`,
        },
      ],
    },
    { kind: 'who', snippets: [{ file: 'Pages.java', language: 'java', text: excerpt(pages, '  @GetMapping(path = "/"', '  @GetMapping("/me")') }] },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: './mvnw spring-boot:run\n' }] },
  ],
};

export default springBoot;
