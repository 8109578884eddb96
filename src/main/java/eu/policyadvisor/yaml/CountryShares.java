package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Spreads the shares of supplies over one fact per country, so that rules can match them. */
public final class CountryShares {
  private static final String SHARES = "shares";

  private CountryShares() {}

  /**
   * The shares of all dependencies and critical inputs, in their order and by country; one without
   * country and share for each supply whose shares are not known.
   */
  public static List<CountryShare> of(FactSet set) {
    return set.all().stream()
        .flatMap(
            fact -> {
              if (fact instanceof Dependency dependency) {
                return of(dependency, dependency.shares()).stream();
              }
              if (fact instanceof CriticalInput input) {
                return of(input, input.shares()).stream();
              }
              return Stream.of();
            })
        .toList();
  }

  private static List<CountryShare> of(Fact supply, @Nullable Map<String, BigDecimal> shares) {
    if (shares == null) {
      return List.of(new CountryShare(supply, null, null, provenance(supply, SHARES)));
    }
    List<CountryShare> of = new ArrayList<>();
    shares.forEach(
        (country, share) ->
            of.add(
                new CountryShare(
                    supply, country, share, provenance(supply, SHARES + "." + country))));
    return List.copyOf(of);
  }

  private static Provenance provenance(Fact supply, String key) {
    Provenance whole = supply.provenance();
    FieldOrigin origin = whole.fields().get(key);
    Map<String, FieldOrigin> fields = new HashMap<>();
    if (origin != null) {
      fields.put("country", origin);
      fields.put("share", origin);
    }
    String path = whole.path().isEmpty() ? "" : whole.path() + "." + key;
    return origin == null
        ? new Provenance(whole.file(), path, whole.line(), whole.column(), fields)
        : new Provenance(whole.file(), path, origin.line(), origin.column(), fields);
  }
}
