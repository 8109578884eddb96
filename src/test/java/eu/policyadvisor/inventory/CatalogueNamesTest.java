package eu.policyadvisor.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model of the catalogue a name is: the most exact entry, and nothing where none is. */
class CatalogueNamesTest {
  private static final Catalogue CATALOGUE = ReferenceData.builtIn().catalogue();

  private final KnownNames known = new KnownNames(CATALOGUE);

  private static Collection<CatalogueEntry> models() {
    return CATALOGUE.entries().get("models").values();
  }

  @Test
  void everyNameOfAModelIsThatOfNoOther() {
    assertThat(models())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            entry ->
                assertThat(entry.names().aliases())
                    .isNotEmpty()
                    .allSatisfy(
                        alias ->
                            assertThat(known.model(alias.replace('*', '-')))
                                .as(alias)
                                .contains(entry)));
  }

  /** Of a publisher whose model is not in the catalogue, any entry says whose it is. */
  @Test
  void aPublisherIsOneDeveloper() {
    Map<String, Set<List<String>>> developers =
        models().stream()
            .flatMap(
                entry ->
                    entry.names().organisations().stream()
                        .map(each -> Map.entry(each.toLowerCase(Locale.ROOT), entry.values())))
            .collect(
                groupingBy(
                    Map.Entry::getKey, mapping(each -> developer(each.getValue()), toSet())));
    assertThat(developers).isNotEmpty().allSatisfy((publisher, of) -> assertThat(of).hasSize(1));
  }

  private static List<String> developer(Map<String, String> values) {
    return Stream.of("developer", "developer_hq", "developer_entity_listed")
        .map(key -> values.getOrDefault(key, ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "deepseek-ai/DeepSeek-R1, deepseek-r1",
    "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B, deepseek-r1-distill-qwen",
    "deepseek-ai/DeepSeek-R1-Distill-Llama-70B, deepseek-r1-distill-llama",
    "deepseek-r1:7b, deepseek-r1-distill-qwen",
    "deepseek-ai/DeepSeek-V3.1-Terminus, deepseek-v3.1",
    "Qwen/Qwen2.5-32B-Instruct, qwen2.5",
    "Qwen/Qwen2.5-3B-Instruct, qwen2.5-3b",
    "Qwen/Qwen2.5-72B-Instruct, qwen2.5-72b",
    "qwen3.7-max-preview, qwen3.7-max",
    "moonshotai/kimi-k2.6, kimi-k2.6",
    "THUDM/glm-4-9b-chat, glm-4-9b",
    "THUDM/GLM-4-9B-0414, glm-4-0414",
    "zai-org/GLM-5-FP8, glm-5",
    "zai-org/GLM-5.1-FP8, glm-5.1",
    "baidu/ERNIE-4.5-21B-A3B-PT, ernie-4.5",
    "ernie-4.5-turbo-128k, ernie-5",
    "mistral-medium-2508, mistral-medium",
    "mistralai/Mistral-Medium-3.5-128B, mistral-medium-3.5",
    "meta-llama/Llama-3.1-405B-Instruct, llama-3.1-405b",
    "meta-llama/Llama-3.2-3B-Instruct, llama-3.2",
    "meta-llama/Llama-3.2-11B-Vision-Instruct, llama-3.2-vision",
    "meta-llama/Meta-Llama-3-8B, llama-3.x",
    "eu.anthropic.claude-opus-4-8, claude",
    "claude-fable-5, claude-fable-mythos-5",
  })
  void aNameIsOfTheEntryThatFitsBest(String name, String id) {
    assertThat(known.model(name)).map(CatalogueEntry::id).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deepseek-r1:8b", "Qwen/Qwen-7B", "zai-org/GLM-OCR", "mistral"})
  void aNameThatMayMeanSeveralIsOfNone(String name) {
    assertThat(known.model(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deepseek-r1-distill-llama, restricted, false",
    "llama-3.2, restricted, false",
    "llama-3.2-vision, restricted, true",
    "hunyuan-a13b, restricted, true",
    "hy3, restricted, ",
    "minimax-m2.7, restricted, false",
    "aleph-alpha-pharia, restricted, ",
    "qwen3.7-max, closed, ",
  })
  void whatALicenceAllowsIsSaidOfTheModelItself(String id, String weights, String excludesUnion) {
    assertThat(CATALOGUE.find("models", id).orElseThrow().values())
        .containsEntry("weights", weights)
        .satisfies(
            values -> assertThat(values.get("licence_excludes_eu")).isEqualTo(excludesUnion));
  }
}
