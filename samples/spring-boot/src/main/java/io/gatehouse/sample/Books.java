package io.gatehouse.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A bookshop on Spring Boot: a website with OAuth2 login and an API with JWTs, both by Gatehouse. */
@SpringBootApplication
public class Books {
  public static void main(String[] args) {
    SpringApplication.run(Books.class, args);
  }
}
