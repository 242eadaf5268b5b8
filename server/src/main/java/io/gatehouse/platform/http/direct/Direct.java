package io.gatehouse.platform.http.direct;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends the requests of a resource the short way: those of its methods that take nothing but their
 * body, and words of a path that is spelled out, such as {@code /{flow:sign-in|register}/code}. Any
 * other method goes the framework's way, as that of any other resource.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Direct {}
