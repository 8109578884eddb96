package eu.policyadvisor.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a concept says of the thing it is about, after its name: {@code is of high sensitivity}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Phrasing {
  /** A predicate without values, such as {@code is exposed to coercion by a country}. */
  String value();
}
