package eu.policyadvisor.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.model.Binding;
import org.drools.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of which record, and what variables stand for. */
final class FieldsReadTest {
  @TempDir Path directory;

  private Rule rule(String conditions) throws IOException {
    return FewRules.advisor(directory, FewRules.finding("few/rule", "low", "0.5", conditions))
        .loaded()
        .rules()
        .compiled()
        .rules()
        .get("few/rule");
  }

  @Test
  void namesInConditionsAreThoseOfTheRecordThatTheyStandIn() throws IOException {
    FieldsRead read =
        FieldsRead.of(
            rule(
                "$s : Subject( country == \"sector\" )\n"
                    + "$on : Accelerator( quantity > 3, designerHq == $s.ultimateParentHq,"
                    + " $power : tpp )"));
    assertThat(read.of(Subject.class)).containsExactly("country", "ultimateParentHq");
    assertThat(read.of(Accelerator.class)).containsExactly("designerHq", "tpp", "quantity");
    assertThat(read.inFile(Accelerator.class)).containsExactly("designer_hq", "tpp", "quantity");
    assertThat(read.of(Party.class)).isEmpty();
  }

  @Test
  void whatStandsInsideAnotherConditionIsReadToo() throws IOException {
    FieldsRead read =
        FieldsRead.of(rule("$on : Subject() not ( exists Accelerator( quantity > 3 ) )"));
    assertThat(read.of(Accelerator.class)).containsExactly("quantity");
  }

  @Test
  void aVariableStandsForTheComponentThatItTakesWhateverItIsCalled() throws IOException {
    Map<String, List<String>> bound =
        Conditions.patterns(
                rule(
                    "$on : Accelerator( $quantity : quantity, $tpp : substitutionMonths,"
                        + " $long : id.length() )"))
            .flatMap(pattern -> pattern.getBindings().stream())
            .collect(
                Collectors.toMap(
                    each -> each.getBoundVariable().getName(), FieldsReadTest::component));
    assertThat(bound)
        .containsOnly(
            Map.entry("$quantity", List.of("quantity")),
            Map.entry("$tpp", List.of("substitutionMonths")),
            Map.entry("$long", List.of()));
  }

  private static List<String> component(Binding binding) {
    String component = Bound.component(binding);
    return component == null ? List.of() : List.of(component);
  }
}
