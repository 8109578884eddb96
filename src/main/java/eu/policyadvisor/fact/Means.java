package eu.policyadvisor.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents one constant of a field where its name alone is not plain; the interview shows it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Means {
  /** A short phrase without a full stop. */
  String value();
}
