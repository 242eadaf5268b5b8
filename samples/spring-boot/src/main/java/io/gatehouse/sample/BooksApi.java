package io.gatehouse.sample;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for machines and other websites. */
@RestController
class BooksApi {

  @GetMapping("/api/books")
  Map<String, Object> books(@AuthenticationPrincipal Jwt caller) {
    return Map.of("reader", caller.getSubject(), "books", List.of("Middlemarch", "红楼梦", "Dom Casmurro"));
  }
}
