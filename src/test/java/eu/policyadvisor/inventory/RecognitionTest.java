package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, told by its content. */
class RecognitionTest {
  @TempDir Path directory;

  private static Optional<InventoryForm> of(String text) {
    return Recognition.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"bomFormat\": 1} | CYCLONEDX_JSON",
        "{\"a\": {\"kind\": 1, \"b\": [2]}, \"bomFormat\": 1} | CYCLONEDX_JSON",
        "{\"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\"} | CYCLONEDX_JSON",
        "{\"$schema\": \"http://other.org\", \"@graph\": []} | SPDX",
        "{\"@context\": \"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"} | SPDX",
        "{\"@context\": \"https://schema.org\", \"spdxVersion\": 1} | SPDX_2",
        "{\"@context\": [\"spdx.org\"], \"spdxVersion\": 1} | SPDX_2",
        "{\"architectures\": []} | MODEL_CONFIGURATION",
        "{\"model_type\": \"qwen3\"} | MODEL_CONFIGURATION",
        "{\"transformers_version\": \"4\"} | MODEL_CONFIGURATION",
        "{\"kind\": \"Pod\", \"apiVersion\": \"v1\"} | KUBERNETES",
        "{\"apiVersion\": \"v1\", \"x\": {}, \"kind\": \"Pod\"} | KUBERNETES",
        "<bom/> | CYCLONEDX_XML",
      })
  void jsonAndXmlAreToldByTheirKeys(String text, InventoryForm form) {
    assertThat(of(text)).contains(form);
    assertThat(of("\uFEFF \n" + text)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"Pod\"}",
        "{\"apiVersion\": \"v1\"}",
        "{\"$schema\": \"http://other.org\"}",
        "{\"subject\": {}, \"bomFormat\": 1}",
        "{\"a\": {\"bomFormat\": 1}}",
        "{\"a\": ",
        "[{\"bomFormat\": 1}]",
        "apiVersion: v1\n",
        "kind: Pod\n",
        " apiVersion: v1\n kind: Pod\n",
        "apiVersion: v1\nsubject: x\nkind: Pod\n",
        "license: mit\n",
        "---\nlicense: mit\n",
        "---\ntitle: x\n---\n# T\n",
        "---\nlicense: mit\nsubject: x\n---\n",
        "text\nlicense: mit\n---\n",
        ":\nkind\n",
      })
  void anythingElseIsNone(String text) {
    assertThat(of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: Pod\n",
        "# x\nkind : Pod\n\napiVersion: v1\n",
        "---\nkind: Pod\napiVersion: v1\n",
        "---\ntags: x\nkind: Pod\napiVersion: v1\n---\n",
        "a: 1\n---\nkind: Pod\napiVersion: v1\n",
      })
  void manifestsHaveKindAndVersion(String text) {
    assertThat(of(text)).contains(InventoryForm.KUBERNETES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nlicense: mit\n---\n",
        "\n---  \ntitle: x\nmodel-index:\n- name: y\n---  \n# T\nkind: x\n",
        "---\nextra_gated_prompt: x\nkind: y\n---\n",
      })
  void modelCardsHaveKeysOfTheirsBeforeTheText(String text) {
    assertThat(of(text)).contains(InventoryForm.MODEL_CARD);
  }

  @Test
  void ofAFileTheSameIsTold() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "kind: Pod\napiVersion: v1\n");
    assertThat(Recognition.of(file)).contains(InventoryForm.KUBERNETES);
    assertThat(Recognition.isInventory(file)).isTrue();
    Path json = Files.writeString(directory.resolve("y"), "{\"spdxVersion\": 1}");
    assertThat(Recognition.of(json)).contains(InventoryForm.SPDX_2);
    assertThat(Recognition.isInventory(json)).isTrue();
    Path none = Files.writeString(directory.resolve("z"), "subject: x\n");
    assertThat(Recognition.of(none)).isEmpty();
    assertThat(Recognition.isInventory(none)).isFalse();
  }

  @Test
  void xmlIsAnInventoryForCertainIfItNamesTheSchema() throws IOException {
    Path other = Files.writeString(directory.resolve("a"), "<project/>");
    assertThat(Recognition.of(other)).contains(InventoryForm.CYCLONEDX_XML);
    assertThat(Recognition.isInventory(other)).isFalse();
    Path bill =
        Files.writeString(
            directory.resolve("b"), "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"/>");
    assertThat(Recognition.isInventory(bill)).isTrue();
  }

  @Test
  void onlyTheBeginningOfATextIsLookedAt() {
    String head = "# " + "x".repeat((1 << 16) - 30) + "\n";
    String manifest = "kind: Pod\napiVersion: v1\n";
    assertThat(of(head + manifest)).contains(InventoryForm.KUBERNETES);
    assertThat(of(head + "# " + "x".repeat(40) + "\n" + manifest)).isEmpty();
  }
}
