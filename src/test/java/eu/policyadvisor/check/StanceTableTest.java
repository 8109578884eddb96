package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Who gets which stance for which kind of thing, over fact sets that are made of all combinations.
 *
 * <p>The table is kept so that a change of rules shows whom it touches, and can be read in two
 * minutes: a row is a kind of thing, a column a type of subject, a letter the stance of the item.
 */
final class StanceTableTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static final List<String> SUBJECTS =
      List.of(
          "company",
          "critical_entity",
          "public_authority",
          "research_organisation",
          "member_state",
          "eu_institution",
          "data_protection_authority",
          "third_country_state");

  private static final Map<Stance, String> LETTERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(Stance.PROHIBIT, "P"),
              Map.entry(Stance.COUNTERMEASURE, "A"),
              Map.entry(Stance.RESTRICT, "R"),
              Map.entry(Stance.CONDITIONAL, "C"),
              Map.entry(Stance.DIVERSIFY, "D"),
              Map.entry(Stance.INVESTIGATE, "I"),
              Map.entry(Stance.PERMIT, "G"),
              Map.entry(Stance.MONITOR, "W"),
              Map.entry(Stance.NOT_DETERMINED, "?"),
              Map.entry(Stance.NOT_COVERED, "x"),
              Map.entry(Stance.NOTHING_FOUND, "."),
              Map.entry(Stance.NOT_STATED, "-")));

  private static final List<String> MODELS =
      List.of("deepseek-v4-pro", "gpt-5.x", "mistral-large-3");

  /** How a model runs: the deployment and the country in which it does. */
  private static final List<String> WAYS =
      List.of(
          "vendor_app CN",
          "vendor_app US",
          "vendor_app IE",
          "third_party_api CN",
          "third_party_api unknown",
          "third_party_api IE",
          "eu_cloud_self_host DE",
          "on_prem DE");

  private static final Map<String, String> FLOWS =
      new TreeMap<>(
          Map.of(
              "no flow", "",
              "personal, no tool",
                  "data_flows: [{id: flow, model: model, categories: [personal], exporter_in_eu:"
                      + " true, mechanism: none}]\n",
              "special, tool unknown",
                  "data_flows: [{id: flow, model: model, categories: [special], exporter_in_eu:"
                      + " true, mechanism: unknown}]\n"));

  @Test
  void tellsWhoGetsWhichStanceForWhichKindOfThing() throws IOException {
    StringBuilder table = new StringBuilder();
    LETTERS.forEach(
        (stance, letter) ->
            table
                .append(letter)
                .append(' ')
                .append(stance.name().toLowerCase(Locale.ROOT))
                .append('\n'));
    table.append("columns: ").append(String.join(", ", SUBJECTS)).append('\n');
    models(table);
    chips(table);
    clouds(table);
    applications(table);
    others(table);
    Golden.assertSame(Path.of("src/test/resources/golden/stances.txt"), table.toString());
    assertThat(table.toString()).contains("P", "R", "C", "D", "I", "G", "W", "?", ".");
  }

  private static void models(StringBuilder table) throws IOException {
    table.append("\nmodel, and what flows to it\n");
    for (String product : MODELS) {
      for (String way : WAYS) {
        String[] parts = way.split(" ");
        for (Map.Entry<String, String> flow : FLOWS.entrySet()) {
          String facts =
              "models: [{id: model, product: %s, deployment: %s, hosting_country: %s}]\n%s"
                  .formatted(product, parts[0], parts[1], flow.getValue());
          List<String> items =
              flow.getValue().isEmpty() ? List.of("model") : List.of("model", "flow");
          row(table, product + ", " + way + ", " + flow.getKey(), facts, items);
        }
      }
    }
  }

  private static void chips(StringBuilder table) throws IOException {
    table.append("\nchips\n");
    for (String product : List.of("huawei-ascend-910c", "nvidia-h200", "vsora-jotunn8")) {
      for (String stage : List.of("planned", "tender", "operating")) {
        for (String licence :
            List.of("", ", authorisation: unknown", ", authorisation: bis_licence")) {
          row(
              table,
              product + ", " + stage + licence,
              "accelerators: [{id: chip, product: %s, lifecycle: %s, purpose: production%s}]\n"
                  .formatted(product, stage, licence),
              List.of("chip"));
        }
      }
    }
  }

  private static void clouds(StringBuilder table) throws IOException {
    table.append("\nclouds\n");
    for (String provider : List.of("microsoft", "alibaba-cloud", "ovhcloud")) {
      for (String keys : List.of("", ", keys_held_by: provider", ", keys_held_by: customer")) {
        for (String use : List.of("", ", sensitivity: high")) {
          row(
              table,
              provider + keys + use,
              "cloud_services: [{id: cloud, provider: %s, region: DE%s%s}]\n"
                  .formatted(provider, keys, use),
              List.of("cloud"));
        }
      }
    }
  }

  private static void applications(StringBuilder table) throws IOException {
    table.append("\napplications\n");
    for (String kind :
        List.of(
            "ai_act_class: prohibited",
            "ai_act_class: annex_iii",
            "ai_act_class: unknown",
            "chatbot: true, discloses_ai: false",
            "chatbot: true, discloses_ai: true")) {
      for (String stage : List.of("", ", stage: idea", ", stage: service")) {
        row(
            table,
            kind + stage,
            "applications: [{id: app, " + kind + stage + "}]\n",
            List.of("app"));
      }
    }
  }

  private static void others(StringBuilder table) throws IOException {
    table.append("\nexports, inputs, takeovers, parties\n");
    for (String export :
        List.of(
            "product: nvidia-h200, destination: IN, licensed: false",
            "product: nvidia-h200, destination: CN, customer: huawei, licensed: false",
            "product: nvidia-h200, destination: CH, licensed: true",
            "item: laptops, destination: CH")) {
      row(table, "export " + export, "exports: [{id: e, " + export + "}]\n", List.of("e"));
    }
    for (String input :
        List.of(
            "material: dysprosium, shares: {CN: 0.9, AU: 0.1}, stock_days: 20",
            "material: dysprosium, shares: {CN: 0.9, AU: 0.1}, stock_days: 400",
            "material: gallium, shares: {DE: 1.0}")) {
      row(table, "input " + input, "critical_inputs: [{id: i, " + input + "}]\n", List.of("i"));
    }
    for (String buyer : List.of("CN", "US", "CA", "FR", "unknown")) {
      for (String key : List.of("true", "false", "unknown")) {
        String facts =
            "transactions: [{id: t, target_sector: semiconductors, target_country: DE,"
                + " acquirer_ultimate_hq: %s, stake: 0.6, status: notified, key_capability: %s}]\n";
        row(
            table,
            "takeover by " + buyer + ", key " + key,
            facts.formatted(buyer, key),
            List.of("t"));
      }
    }
    for (String party : List.of("role: [customer]", "role: [supplier]", "")) {
      row(
          table,
          "Huawei as party, " + party,
          "parties: [{id: p, vendor: huawei, " + (party.isEmpty() ? "hq: CN" : party) + "}]\n",
          List.of("p"));
    }
  }

  private static void row(StringBuilder table, String kind, String facts, List<String> items)
      throws IOException {
    List<String> cells = new ArrayList<>();
    for (String subject : SUBJECTS) {
      String country = subject.equals("third_country_state") ? "JP" : "DE";
      cells.add(
          cell(
              "subject: {id: s, type: %s, country: %s}\n".formatted(subject, country) + facts,
              items));
    }
    table.append("  %-66s  %s%n".formatted(kind, String.join(" ", cells)).replace("\r\n", "\n"));
  }

  private static String cell(String yaml, List<String> items) throws IOException {
    FactsRead read =
        ADVISOR.read("made.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).as(yaml).isEmpty();
    Assessment assessment = ADVISOR.advise(read.factSets().get(0), DAY);
    StringBuilder letters = new StringBuilder();
    for (String id : items) {
      letters.append(
          assessment.items().stream()
              .filter(item -> item.fact().id().equals(id))
              .map(Item::stance)
              .map(LETTERS::get)
              .findFirst()
              .orElseThrow());
    }
    return letters.toString();
  }
}
