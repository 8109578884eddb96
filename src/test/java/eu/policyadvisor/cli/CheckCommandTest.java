package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check} says of fact files that are wrong, or valid and hardly meant. */
final class CheckCommandTest {
  @TempDir private Path directory;

  @Test
  void reportsAllErrorsAtOnceThoughEntriesLackAnId() throws IOException {
    Path file =
        write(
            """
            subject: {id: s, country: DE}
            accelerators:
              - {product: nvidia-h2000}
              - {id: b, product: Nvidia H100}
              - only text
            models:
              - {id: m, accelerator: c, product: qwen33}
            parties:
              - {id: p, owned_by: q}
            """);
    Run run = Run.of("check", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .extracting(line -> line.substring(file.toString().length() + 1))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("3:5: accelerator has no id; it needs one"),
            line -> assertThat(line).startsWith("3:15: product 'nvidia-h2000' is not among the"),
            line -> assertThat(line).startsWith("4:22: product 'Nvidia H100' is not among the"),
            line -> assertThat(line).startsWith("5:5: accelerators[2] must be a mapping"),
            line -> assertThat(line).startsWith("7:38: product 'qwen33' is not among the models"),
            line -> assertThat(line).startsWith("9:23: owned_by names 'q', which is not among"));
  }

  @Test
  void doesNotCallAReferenceWrongThatMayMeanAnEntryWithoutAnId() throws IOException {
    Path file =
        write(
            """
            subject: {id: s}
            models: [{name: one}]
            applications: [{id: a, uses_model: one}]
            policy_events: [{id: e, concerns: one}]
            """);
    assertThat(Run.of("check", file).err().lines()).singleElement().asString().contains("2:10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          models: []|1:15|nothing is stated beside the subject; add what it has or plans, such as models or accelerators
          models: [{id: m, name: Some model}]|2:15|'m' says nothing but what it is called; state what is known, or unknown
          models: [{id: a, stage: pilot}, {id: b, stage: pilot}]|2:38|'b' says the same as 'a'; remove one, or say in what they differ
          accelerators: [{id: a, share_of_compute: 0.7}, {id: b, share_of_compute: 0.4}]|2:74|share_of_compute of all chips in use adds up to 1.1; shares of one whole are at most 1 together
          parties: [{id: a, item: Magnets, share: 0.7}, {id: b, item: magnets, share: 0.4}]|2:77|share of all who supply 'magnets' adds up to 1.1; shares of one whole are at most 1 together
          accelerators: [{id: a, quantity: 1.000}]|2:34|quantity is '1.000', which is read as 1; write 1000 if you mean thousands, else 1
          funding: [{id: f, budget_meur: 1.250}]|2:32|budget_meur is '1.250', which is read as 1.25; write 1250 if you mean thousands, else 1.25
          policy_events: [{id: e, effective_from: 2025-05-01, effective_to: 2025-04-30}]|2:67|effective_to is 2025-04-30, before effective_from, which is 2025-05-01; check both
          policy_events: [{id: e, suspended_from: 2025-05-02, suspended_until: 2025-05-01}]|2:70|suspended_until is 2025-05-01, before suspended_from, which is 2025-05-02; check both
          policy_events: [{id: e, effective_to: 2062-05-01}]|2:39|effective_to is 2062-05-01, more than 20 years ahead; check the year
          transactions: [{id: t, completed_on: 1925-05-01}]|2:38|completed_on is 1925-05-01, before 1990-01-01; check the year
          models: [{id: m, product: qwen3, developer_hq: DE}]|2:48|developer_hq is DE; the catalogue has CN for qwen3; leave it out, or keep it if you know better
          models: [{id: m, product: qwen3, developer: OpenAI}]|2:45|developer is OpenAI; the catalogue has alibaba for qwen3; leave it out, or keep it if you know better
          accelerators: [{id: a, product: nvidia-h100, eccn: 4A994}]|2:52|eccn is 4A994; the catalogue has 3A090.a for nvidia-h100; leave it out, or keep it if you know better
          accelerators: [{id: a, product: nvidia-h100, tpp: 1583}]|2:51|tpp is 1583; the catalogue has 15832 for nvidia-h100; leave it out, or keep it if you know better
          exports: [{id: x, customer: Huawei, customer_ultimate_hq: DE}]|2:59|customer_ultimate_hq is DE; the catalogue has CN for huawei; leave it out, or keep it if you know better
          policy_events: [{id: e, instrument: mofcom-61-2025, suspended_until: 2025-12-10}]|2:70|suspended_until is 2025-12-10; the catalogue has 2026-11-10 for mofcom-61-2025; leave it out, or keep it if you know better
          parties: [{id: p, vendor: huawei, lists: [], role: [supplier]}]|2:42|lists is []; the catalogue has [us_entity_list, us_dod_1260h, taiwan_shtc, eu_high_risk_vendor] for huawei; leave it out, or keep it if you know better
          parties: [{id: p, name: Some firm, hq: DE}]|2:16|nothing names party 'p', and nothing says what it has to do with the subject; give it a role, or name it where it belongs
          models: [{id: m, deployment: eu_cloud_self_host, hosting_country: US}]|2:67|hosting_country is US, and deployment is eu_cloud_self_host; check both
          cloud_services: [{id: c, provider: Azure OpenAI, ultimate_parent_hq: DE}]|2:70|ultimate_parent_hq is DE; the catalogue has US for azure-openai; leave it out, or keep it if you know better
          cloud_services: [{id: c, provider: STACKIT, region: US}]|2:53|region is US; the catalogue has no machines of STACKIT there, but in AT and DE; check both
          cloud_services: [{id: c, provider: Amazon Bedrock, region: RU}]|2:60|region is RU; the catalogue has no machines of Amazon Bedrock there; check both
          critical_inputs: [{id: i, material: unobtainium}]|2:37|material 'unobtainium' names none of the materials that rules/vocabularies know; rules pass it over; did you mean 'niobium'?
          """)
  void warnsOfWhatIsValidAndHardlyMeant(String facts, String at, String message)
      throws IOException {
    Path file = write("subject: {id: s}\n" + facts + "\n");
    Run run = Run.of("check", file);
    assertThat(run.err().lines()).containsExactly(file + ":" + at + ": warning: " + message);
    assertThat(run.code()).as("a warning is no error").isZero();
    assertThat(run.out()).isEqualTo("1 fact set in 1 file is valid\n");
    assertThat(Run.of("check", "--strict", file).code()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          subject: {type: member_state, country: NO}|1:40|country is NO, which is no member state of the Union; check country and type
          subject: {type: third_country_state, country: FR}|1:47|country is FR, a member state, and type is third_country_state; check both
          subject: {type: union, country: CH}|1:33|country is CH, and type is union; write EU, or check the type
          """)
  void warnsOfACountryThatDoesNotFit(String subject, String at, String message) throws IOException {
    Path file = write(subject + "\nmodels: [{id: m, stage: pilot}]\n");
    assertThat(Run.of("check", file).err().lines())
        .containsExactly(file + ":" + at + ": warning: " + message);
  }

  @Test
  void namesWhatAPartyThatNothingNamesIsPerhapsCalledElsewhere() throws IOException {
    Path file =
        write(
            "subject: {id: s}\nparties: [{id: p, name: Werkzeug Maier}]\n"
                + "exports: [{id: x, customer: Werkzeug Meier}]\n");
    assertThat(Run.of("check", file).err().lines())
        .singleElement()
        .asString()
        .endsWith("name it where it belongs; did you mean 'Werkzeug Meier'?");
  }

  @Test
  void warnsOfPlacesThatDoNotGoTogetherAndOfDaysAfterTheAdvice() throws IOException {
    Path file =
        write(
            """
            as_of: 2026-11-01
            subject: {id: s}
            cloud_services: [{id: c, region: IE}]
            models: [{id: m, cloud_service: c, hosting_country: CN}]
            applications: [{id: a, stage_since: 2026-11-02}]
            """);
    assertThat(Run.of("check", file).err().lines())
        .containsExactly(
            file
                + ":4:53: warning: hosting_country is CN, but region of 'c', of which it is part,"
                + " is IE; check both",
            file
                + ":5:37: warning: stage_since is 2026-11-02, after 2026-11-01, the date of the"
                + " advice; check both");
  }

  @Test
  void warnsOfProvidersThatDoNotGoTogetherWithTheDayOrWithAModel() throws IOException {
    Path file =
        write(
            """
            as_of: 2023-09-27
            subject: {id: s}
            cloud_services: [{id: c, provider: Amazon Bedrock}, {id: d, provider: Anthropic}]
            models:
              - {id: m, product: claude, cloud_service: c, deployment: vendor_api}
              - {id: n, product: claude, cloud_service: d, deployment: third_party_api}
            """);
    assertThat(Run.of("check", file).err().lines())
        .containsExactly(
            file
                + ":3:36: warning: the catalogue has the offer of Amazon Bedrock as available since"
                + " 2023-09-28; check the provider",
            file
                + ":5:60: warning: deployment is vendor_api, but 'c', on which it runs, is a"
                + " service of somebody else than its developer; check both",
            file
                + ":6:60: warning: deployment is third_party_api, but 'd', on which it runs, is a"
                + " service of its developer; check both");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accelerators: [{id: a, share_of_compute: 0.6}, {id: b, share_of_compute: 0.4}]",
        "accelerators: [{id: a, share_of_compute: 1}, {id: b, share_of_compute: 0.5, lifecycle:"
            + " tender}]",
        "accelerators: [{id: a, quantity: 1000, tpp: 12.5, performance_density: 5.125}]",
        "policy_events: [{id: e, effective_from: 2025-05-01, effective_to: 2025-05-01}]",
        "policy_events: [{id: e, effective_to: 2046-11-22}]",
        "models: [{id: a, stage: pilot}, {id: b, stage: pilot, agentic: true}]",
        "models: [{id: a, stage: unknown}]",
        "models: [{id: m, product: deepseek-r1, developer: Hangzhou DeepSeek, developer_hq: CN}]",
        "accelerators: [{id: a, product: nvidia-h100, tpp: 15824, eccn: 3A090}]",
        "parties: [{id: p, vendor: huawei, lists: [us_entity_list]}]",
        "cloud_services: [{id: c, provider: STACKIT, region: EU, ultimate_parent_hq: DE}]",
        "cloud_services: [{id: c, provider: AWS Bedrock, region: DE}]\nmodels: [{id: m, product:"
            + " claude, cloud_service: c, deployment: third_party_api}]",
        "parties: [{id: p, name: Some firm}]\nexports: [{id: x, customer: Some Firm Ltd}]",
        "parties: [{id: p, name: Some firm, role: [supplier]}]",
        "cloud_services: [{id: c, region: EU}]\nmodels: [{id: m, cloud_service: c,"
            + " hosting_country: IE}]"
      })
  void saysNothingOfWhatMayWellBeMeant(String facts) throws IOException {
    Path file = write("subject: {id: s}\n" + facts + "\n");
    Run run = Run.of("check", "--strict", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void assessingSaysNoWarning() throws IOException {
    Path file = write("subject: {id: s}\nmodels: [{id: m, product: qwen3, developer_hq: DE}]\n");
    assertThat(Run.of("assess", file).err()).doesNotContain("warning");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("f.yaml"), yaml);
  }
}
