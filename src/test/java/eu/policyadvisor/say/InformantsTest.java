package eu.policyadvisor.say;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A question is put to somebody: to the party that the fact names, else to who is likely to know.
 */
final class InformantsTest {
  private static final Advisor ADVISOR = Advisor.standard();

  private static String whom(String facts, Section list, String field) throws IOException {
    FactSet set = FewRules.facts(ADVISOR, "subject: {id: s}\n" + facts);
    return Informants.of(
        set, ADVISOR.knowledge().catalogue(), new OpenValue(set.facts(list).get(0), field));
  }

  @Test
  void namesThePartyThatTheFactNames() throws IOException {
    assertThat(
            whom(
                "cloud_services: [{id: c, provider: p, keys_held_by: unknown}]\n"
                    + "parties: [{id: p, name: Brno Cloud s.r.o.}]\n",
                Section.CLOUD_SERVICES,
                "keys_held_by"))
        .isEqualTo("Brno Cloud s.r.o.");
  }

  @ParameterizedTest
  @CsvSource({
    "'cloud_services: [{id: c}]', CLOUD_SERVICES, keys_held_by, the provider of the cloud",
    "'models: [{id: m}]', MODELS, egress_blocked, your IT security",
    "'models: [{id: m}]', MODELS, hosting_country, whoever runs or sells it",
    "'parties: [{id: p, name: Skade ApS}]', PARTIES, ultimate_parent_hq, Skade ApS"
  })
  void elseSaysWhoIsLikelyToKnow(String facts, Section list, String field, String whom)
      throws IOException {
    assertThat(whom(facts + "\n", list, field)).isEqualTo(whom);
  }

  @ParameterizedTest
  @EnumSource
  void somebodyIsNamedForEveryList(Section list) throws IOException {
    FactSet nothing = FewRules.facts(ADVISOR, "subject: {id: s}\n");
    assertThat(
            Informants.of(
                nothing,
                ADVISOR.knowledge().catalogue(),
                new OpenValue(Fact.unknown(list.kind(), "x"), "source")))
        .isNotEmpty();
  }

  /** A line for a field that does not exist would never be read. */
  @Test
  void everyLineIsAboutAFieldThatExists() {
    assertThat(
            ResourceBundle.getBundle("eu.policyadvisor.say.informants").keySet().stream()
                .filter(key -> key.contains("."))
                .filter(key -> !exists(key)))
        .isEmpty();
  }

  private static boolean exists(String key) {
    String[] parts = key.split("\\.");
    return Arrays.stream(Section.values())
        .filter(list -> list.key().equals(parts[0]))
        .flatMap(list -> Arrays.stream(list.kind().getRecordComponents()))
        .map(RecordComponent::getName)
        .anyMatch(name -> Names.inFile(name).equals(parts[1]));
  }
}
