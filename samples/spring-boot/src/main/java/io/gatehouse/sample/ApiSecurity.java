package io.gatehouse.sample;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** The API is for bearer tokens with the scope that it needs. */
@Configuration
class ApiSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain apiFilters(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests -> requests.anyRequest().hasAuthority("SCOPE_read:books"))
        .oauth2ResourceServer(server -> server.jwt(withDefaults()))
        .build();
  }

  /** Gatehouse's access tokens carry {@code typ: at+jwt} (RFC 9068); Spring Security's own decoder takes {@code JWT} only. */
  @Bean
  JwtDecoder accessTokens(
      @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
      @Value("${books.resource}") String resource,
      @Value("${books.algorithm}") SignatureAlgorithm algorithm) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withIssuerLocation(issuer)
            .jwsAlgorithm(algorithm)
            .validateType(false)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTypeValidator("at+jwt"),
            new JwtTimestampValidator(),
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>("aud", audience -> audience.contains(resource))));
    return decoder;
  }
}
