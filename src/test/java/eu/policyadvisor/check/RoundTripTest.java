package eu.policyadvisor.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Drawn;
import eu.policyadvisor.Seed;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.yaml.FactFileEditor;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What is written of facts is what is read of them: a property of generated facts. */
@ExtendWith(Seed.class)
class RoundTripTest {
  /** Texts that YAML or JSON would take for something else. */
  private static final List<String> TEXTS =
      List.of(
          "yes",
          "No",
          "null",
          "~",
          "true",
          "12",
          "1e3",
          "0x1F",
          "2026-01-01",
          "a: b",
          "a #b",
          "#c",
          "- d",
          "-",
          "'e'",
          "\"f\"",
          "g\\h",
          "[i]",
          "{j: k}",
          "l, m",
          "&n",
          "*o",
          "!p",
          "|",
          ">",
          "%q",
          "@r",
          "`s",
          "é",
          "a  b",
          "x:",
          "? y",
          "<<",
          "=",
          "...",
          "---",
          "it's",
          "(z)",
          "t\tu",
          "plain words");

  /**
   * A character of two code units. The YAML reader fails where one begins at code unit 1,024, and
   * at every 1,025th from there on (snakeyaml-engine 3.0.1), so that only JSON is tried with it.
   */
  private static final String OF_TWO_UNITS = "\uD834\uDD1E";

  private final Random random = new Random(Seed.of(11));

  private final List<String> possible = new ArrayList<>(TEXTS);

  /** What was put into texts and ids. */
  private final Set<String> texts = new TreeSet<>();

  private List<FactSet> sets(int inBuild, String... more) {
    possible.addAll(List.of(more));
    return Drawn.sets(20261211, inBuild).stream().map(this::hostile).toList();
  }

  /** With such texts, and ids that hold them. */
  private FactSet hostile(FactSet set) {
    Map<String, String> ids = new LinkedHashMap<>();
    set.all().forEach(fact -> ids.put(fact.id(), text() + " " + ids.size()));
    return Drawn.each(
        bare(set),
        fact -> {
          Map<String, Object> values = Parts.values(fact);
          for (RecordComponent field : Parts.fields(fact.getClass())) {
            String name = field.getName();
            if (name.equals("id") || Parts.refers(field)) {
              values.computeIfPresent(name, (any, id) -> ids.get(id.toString()));
            } else if (isText(field) && random.nextBoolean()) {
              values.put(name, text());
            }
          }
          Map<String, FieldOrigin> unknown = Parts.unknown(fact);
          values.keySet().forEach(name -> unknown.remove(Names.inFile(name)));
          return Parts.create(fact.getClass(), values, unknown);
        });
  }

  private String text() {
    String text = possible.get(random.nextInt(possible.size()));
    texts.add(text);
    return text;
  }

  private static boolean isText(RecordComponent field) {
    return field.getType() == String.class
        && !Parts.rule(field).country()
        && Parts.rule(field).catalogue().isEmpty();
  }

  /** Without places. */
  private static FactSet bare(FactSet set) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists()
        .forEach(
            (section, facts) ->
                lists.put(section, facts.stream().map(RoundTripTest::bare).toList()));
    return new FactSet(
        set.title(), set.asOf(), (Subject) bare(set.subject()), lists, Provenance.NONE);
  }

  private static Fact bare(Fact fact) {
    return Parts.create(fact.getClass(), Parts.values(fact), Parts.unknown(fact));
  }

  private static FactSet readYaml(String text) throws IOException {
    Checked<List<FactSet>> read =
        FactReader.read("facts.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
    assertThat(read.problems()).as(text).isEmpty();
    assertThat(read.value()).as(text).hasSize(1);
    return bare(read.value().get(0));
  }

  @Test
  void factsWrittenAsYamlAreReadAsTheyWere() throws IOException {
    for (FactSet set : sets(100)) {
      String yaml = Drawn.yaml(List.of(set));
      assertThat(readYaml(yaml)).as(yaml).isEqualTo(set);
    }
    assertThat(texts).hasSameSizeAs(possible);
  }

  @Test
  void factsWrittenAsALineOfJsonAreReadAsTheyWere() {
    for (FactSet set : sets(100, OF_TWO_UNITS)) {
      String json = json(set);
      Checked<Optional<FactSet>> read =
          FactReader.readLine("facts.jsonl", 1, json.getBytes(UTF_8), facts -> List.of());
      assertThat(read.problems()).as(json).isEmpty();
      assertThat(read.value().map(RoundTripTest::bare)).as(json).contains(set);
    }
    assertThat(texts).hasSameSizeAs(possible);
  }

  private static String json(FactSet set) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("as_of", String.valueOf(set.asOf()));
    document.put("subject", json(set.subject()));
    set.lists()
        .forEach(
            (section, facts) ->
                document.put(section.key(), facts.stream().map(RoundTripTest::json).toList()));
    return new JsonMapper().writeValueAsString(document);
  }

  private static Map<String, Object> json(Fact fact) {
    Map<String, Object> values = new LinkedHashMap<>();
    Parts.unknown(fact).keySet().forEach(field -> values.put(field, "unknown"));
    Parts.values(fact).forEach((name, value) -> values.put(Names.inFile(name), json(value)));
    return values;
  }

  private static Object json(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(RoundTripTest::json).toList();
    } else if (value instanceof Map || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return value instanceof Enum<?> constant ? Names.inFile(constant) : value.toString();
  }

  /** A value that is to be put into a text. */
  private record Missing(Section section, String id, String field, @Nullable Object value) {}

  @Test
  void factsThatTheEditorFillsInAreReadAsTheyWere() throws Exception {
    int put = 0;
    for (FactSet set : sets(30)) {
      List<Missing> missing = new ArrayList<>();
      List<Section> unstated = new ArrayList<>();
      FactFileEditor editor =
          new FactFileEditor(
              "facts.yaml", partly(set, missing, unstated), random.nextBoolean() ? "new" : "");
      for (Section section : unstated) {
        editor.state(section, set.facts(section).stream().map(Fact::id).toList());
      }
      Collections.shuffle(missing, random);
      for (Missing each : missing) {
        editor.put(each.section(), each.id(), each.field(), each.value());
        put++;
      }
      assertThat(readYaml(editor.text())).as(editor.text()).isEqualTo(set);
    }
    assertThat(put).as("values that were put").isGreaterThan(300);
    assertThat(texts).hasSizeGreaterThan(possible.size() / 2);
  }

  /** As a file, in one of two layouts, that does not say everything. */
  private String partly(FactSet set, List<Missing> missing, List<Section> unstated) {
    boolean flow = random.nextBoolean();
    StringBuilder text = new StringBuilder("as_of: " + set.asOf() + "\n");
    text.append(entry(partly(set.subject(), false, missing), "subject:\n  ", flow));
    for (Map.Entry<Section, List<Fact>> list : set.lists().entrySet()) {
      if (random.nextInt(3) == 0) {
        unstated.add(list.getKey());
        list.getValue().forEach(fact -> partly(fact, true, missing));
        continue;
      }
      text.append(list.getKey().key()).append(list.getValue().isEmpty() ? ": []\n" : ":\n");
      for (Fact fact : list.getValue()) {
        text.append(entry(partly(fact, false, missing), "  - ", flow));
      }
    }
    return text.toString();
  }

  /** Some fields of a fact, as they are written; the others are missing. */
  private Map<String, String> partly(Fact fact, boolean idOnly, List<Missing> missing) {
    Map<String, String> written = new LinkedHashMap<>();
    for (RecordComponent component : Parts.fields(fact.getClass())) {
      String field = Names.inFile(component.getName());
      Object value = Parts.value(fact, component);
      if (value == null && !Parts.unknown(fact).containsKey(field)) {
        continue;
      } else if (field.equals("id") || !idOnly && random.nextBoolean()) {
        written.put(field, FactText.value(value));
      } else {
        missing.add(new Missing(fact.section(), fact.id(), field, value));
        if (!idOnly && random.nextInt(3) == 0) {
          written.put(field, "unknown");
        }
      }
    }
    return written;
  }

  private static String entry(Map<String, String> written, String head, boolean flow) {
    List<String> fields =
        written.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
    String indent = " ".repeat(head.length() - head.lastIndexOf('\n') - 1);
    return flow
        ? head + "{" + String.join(", ", fields) + "}\n"
        : head + String.join("\n" + indent, fields) + "\n";
  }
}
