import security from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/Security.java?raw';
import pages from '../../../../../samples/spring-boot/src/main/java/io/gatehouse/sample/Pages.java?raw';
import { excerpt, type Guide } from '../guide';

const apiSpringBoot: Guide = {
  needs: 'Java 21+, Spring Boot 3.5+',
  minutes: 8,
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
  <artifactId>spring-boot-starter-oauth2-resource-server</artifactId>
</dependency>
`,
        },
      ],
    },
    {
      kind: 'endpoints',
      snippets: [
        {
          file: 'application.yaml',
          language: 'yaml',
          text: `books:
  algorithm: ES384
  resource: https://books.example/api
spring:
  security:
    oauth2:
      client:
        provider:
          gatehouse:
            issuer-uri: {{issuer}}
`,
        },
      ],
    },
    {
      kind: 'protect',
      note: 'springType',
      snippets: [
        { file: 'Security.java', language: 'java', text: `  @Bean\n${excerpt(security, '  @Order(1)', '  @Bean').replace('@Order(1)', '  @Order(1)')}` },
        { file: 'Security.java', language: 'java', text: `  ${excerpt(security, '  /** Gatehouse', '}')}` },
        { file: 'Pages.java', language: 'java', text: `  ${excerpt(pages, '  @GetMapping("/api/books")', '}')}` },
      ],
    },
  ],
};

export default apiSpringBoot;
