package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places behind texts that are longer than what readers hold at once, and behind any line end. */
class LongInventoriesTest {
  private static final String LONG = "x".repeat(9_000) + "é".repeat(9_000) + "\\n昇";

  @Test
  void ofJson() {
    String text =
        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\", \"x-note\": \""
            + LONG
            + "\",\r\n"
            + " \"components\":\r [\n"
            + "{\"type\": \"library\", \"description\": \"\uD83E\uDD17\\\"\\\\ 昇\", \"na\\u006de\":"
            + " \"py\\u0074orch\"},\r\n\r\n"
            + " {\"type\": \"library\", \"name\": null, \"version\": 3}],\n"
            + " \"vulnerabilities\": [[1, {\"a\": []}], {\"b\": \""
            + LONG
            + "\"}], \"tools\": [],\n"
            + " \"dependencies\": 5, \"services\": [{\"name\": \"s\"}]}";
    assertThat(Samples.read("x", text).told())
        .isEqualTo(
            """
            x @1:1\s
            pytorch @4:1 /components/0
              name: pytorch @4:61-4:73 'py\\u0074orch'
              product: pytorch @4:61-4:73 'py\\u0074orch'
              from x /components/0
            entries 3, unused 2
            1:51 /x-note: unknown field 'x-note' of the bill of materials
            6:2 /components/1: a component without name
            7:18054 /tools: unknown field 'tools' of the bill of materials
            8:44 /services/0/name: service 's': names no provider, so that it may be one's own
            ! x:6:2: component has no name
            """);
  }

  @Test
  void ofXml() {
    String text =
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">\r\n<!-- "
            + LONG
            + " -->\r"
            + "<components><component type=\"library\"><description>"
            + LONG
            + "</description>\n<name>pytorch</name></component></components></bom>";
    assertThat(Samples.read("x", text).told())
        .isEqualTo(
            """
            x @1:1\s
            pytorch @3:14 /components/0
              name: pytorch @4:7-4:14 'pytorch'
              product: pytorch @4:7-4:14 'pytorch'
              from x /components/0
            entries 1, unused 0
            """);
  }
}
