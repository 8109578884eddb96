package eu.policyadvisor.fact;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a kind of fact names the entry of the reference catalogue from which it is filled in.
 *
 * @param part the part of the catalogue, such as {@code models}
 * @param field the field that holds the id of the entry, such as {@code product}
 */
public record CatalogueReference(String part, String field) {

  /** By its product, else by its vendor; empty where such facts name neither. */
  public static Optional<CatalogueReference> of(Class<? extends Fact> kind) {
    return Stream.of("product", "vendor")
        .flatMap(name -> Arrays.stream(kind.getRecordComponents()).filter(c -> isCalled(c, name)))
        .findFirst()
        .map(c -> new CatalogueReference(c.getAnnotation(Field.class).catalogue(), c.getName()));
  }

  private static boolean isCalled(RecordComponent component, String name) {
    return component.getName().equals(name) && component.isAnnotationPresent(Field.class);
  }
}
