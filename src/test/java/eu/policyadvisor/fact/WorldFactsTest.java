package eu.policyadvisor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields nobody chooses. */
final class WorldFactsTest {
  @Test
  void eachIsAFieldAndStandsInOneGroup() {
    Set<String> fields =
        Stream.of(Section.values())
            .flatMap(
                section ->
                    Arrays.stream(section.kind().getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(Field.class))
                        .map(component -> section.key() + "." + Names.inFile(component.getName())))
            .collect(Collectors.toSet());
    List<String> world =
        Stream.of(WorldFacts.values()).flatMap(group -> group.fields().stream()).toList();

    assertThat(world).isSubsetOf(fields).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "MODELS, developer_hq, true",
    "CLOUD_SERVICES, ultimate_parent_hq, true",
    "PARTIES, lists, true",
    "ACCELERATORS, named_in_guidance, true",
    "POLICY_EVENTS, effective_from, true",
    "MODELS, product, false",
    "MODELS, hosting_country, false",
    "CLOUD_SERVICES, provider, false",
    "CLOUD_SERVICES, keys_held_by, false",
    "ACCELERATORS, purpose, false",
    "ACCELERATORS, authorisation, false",
    "MODELS, placed_on_eu_market_since, false",
    "TRANSACTIONS, status, false",
  })
  void aSeatOrAListIsOneAndAContractOrAPlaceIsNot(Section list, String field, boolean world) {
    assertThat(WorldFacts.contains(list, field)).isEqualTo(world);
  }

  @Test
  void anotherModelCanBeTakenUpButNoMeasureAndNoSituation() {
    assertThat(WorldFacts.canBeTakenUp(Section.MODELS)).isTrue();
    assertThat(WorldFacts.canBeTakenUp(Section.POLICY_EVENTS)).isFalse();
    assertThat(WorldFacts.canBeTakenUp(Section.TALENT)).isFalse();
  }
}
