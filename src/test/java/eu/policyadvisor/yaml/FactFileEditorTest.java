package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactFileEditorTest {
  private static FactFileEditor editor(String text) {
    return new FactFileEditor("x.yaml", text, "new");
  }

  @Test
  void replacesUnknownAndKeepsTheCommentBehindIt() throws FactFileEditor.Refused {
    FactFileEditor editor =
        editor(
            "subject: {type: company}\n"
                + "accelerators:\n"
                + "  - id: a # one\n"
                + "    lifecycle: unknown # ask Ada\n");
    editor.put(Section.ACCELERATORS, "a", "lifecycle", Lifecycle.OPERATING);
    assertThat(editor.text())
        .isEqualTo(
            "subject: {type: company}\n"
                + "accelerators:\n"
                + "  - id: a # one\n"
                + "    lifecycle: operating # ask Ada\n");
  }

  @Test
  void replacesAQuotedUnknown() throws FactFileEditor.Refused {
    FactFileEditor editor = editor("subject:\n  type: company\n  country: 'unknown'\n");
    editor.put(Section.NONE, "subject", "country", "NO");
    assertThat(editor.text()).isEqualTo("subject:\n  type: company\n  country: NO  # new\n");
  }

  @Test
  void addsAFieldBelowTheFirstOne() throws FactFileEditor.Refused {
    FactFileEditor editor =
        editor("subject:\n  type: company # Ltd\nmodels:\n- id: m\n  name: >\n    long\n");
    editor.put(Section.MODELS, "m", "hosting_country", "CN");
    editor.put(Section.NONE, "subject", "sme", false);
    assertThat(editor.text())
        .isEqualTo(
            "subject:\n  type: company # Ltd\n  sme: false  # new\nmodels:\n- id: m\n"
                + "  hosting_country: CN  # new\n  name: >\n    long\n");
  }

  @Test
  void addsAFieldWithinBraces() throws FactFileEditor.Refused {
    FactFileEditor editor =
        editor("{subject: {type: company}, dependencies: [{id: g, item: gallium}]}");
    editor.put(Section.DEPENDENCIES, "g", "shares", Map.of("CN", new BigDecimal("0.9")));
    assertThat(editor.text())
        .isEqualTo(
            "{subject: {type: company}, dependencies: [{shares: {CN: 0.9}, id: g, item:"
                + " gallium}]}");
  }

  @Test
  void statesAListAtTheEnd() throws FactFileEditor.Refused {
    FactFileEditor editor = editor("subject: {type: company}");
    editor.state(Section.MODELS, List.of());
    editor.state(Section.ACCELERATORS, List.of("a", "b c"));
    editor.unknown(Section.EXPORTS);
    assertThat(editor.text())
        .isEqualTo(
            "subject: {type: company}\nmodels: []  # new\n"
                + "accelerators: [{id: a}, {id: b c}]  # new\nexports: unknown  # new\n");
  }

  @Test
  void keepsTheEndsOfLinesAndTheMark() throws FactFileEditor.Refused {
    FactFileEditor editor = editor("\uFEFFsubject:\r\n  type: company\r\n");
    editor.put(Section.NONE, "subject", "country", "DE");
    assertThat(editor.text())
        .isEqualTo("\uFEFFsubject:\r\n  type: company\r\n  country: DE  # new\r\n");
  }

  @Test
  void overwritesNoValueThatIsStated() throws FactFileEditor.Refused {
    FactFileEditor editor = editor("subject:\n  type: company\nmodels: [{id: m}]\n");
    assertThatThrownBy(() -> editor.state(Section.MODELS, List.of()))
        .isInstanceOf(FactFileEditor.Refused.class)
        .hasMessage("x.yaml:3 states the value already");
  }

  @Test
  void refusesWhatWouldNotBeValid() throws FactFileEditor.Refused {
    FactFileEditor editor = editor("subject:\n  type: company\n");
    assertThatThrownBy(() -> editor.put(Section.NONE, "subject", "country", "Xanadu"))
        .isInstanceOf(FactFileEditor.Refused.class)
        .hasMessageContaining("Xanadu");
  }
}
