package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an inventory is said in a line with its place. */
class BadInventoriesTest {
  private static final String BOM = "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\",\n";
  private static final String XML = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">\n";
  private static final String POD = "apiVersion: v1\nkind: Pod\n";

  private static void refused(String text, String... lines) {
    Samples.Read read = Samples.read("x", text);
    assertThat(read.said()).containsExactly(lines);
    assertThat(read.inventories().facts()).isEmpty();
  }

  private static void reported(String text, String... lines) {
    Samples.Read read = Samples.read("x", text);
    assertThat(read.said()).containsExactly(lines);
    assertThat(read.inventories().facts()).as("the rest is read").isPresent();
  }

  @Test
  void jsonThatIsCutOff() {
    refused(
        BOM + " \"components\": [{\"type\": \"library\"",
        "x:2:35: the JSON ends here, in the midst of something; is it cut off?");
  }

  @Test
  void jsonThatIsNone() {
    refused(
        BOM + " \"components\": [{\"type\": \"library\" \"name\": \"x\"}]}",
        "x:2:36: is not valid JSON here");
  }

  @Test
  void textThatIsNotUtf8() {
    byte[] text = (BOM + "\"components\": [{\"name\": \"?\"}]}").getBytes(StandardCharsets.UTF_8);
    text[text.length - 5] = (byte) 0xFF;
    Samples.Read read = Samples.read("x", text);
    assertThat(read.said()).containsExactly("x:2:26: is not UTF-8 text; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE bom [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE bom [<!ENTITY a \"lol\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE bom SYSTEM \"http://127.0.0.1:9/bom.dtd\">",
        "<!DOCTYPE bom [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>"
      })
  void documentTypesWhateverIsInThem(String documentType) {
    refused(
        documentType + "\n" + XML + "<components/>&e;</bom>",
        "x:1:1: has a document type (<!DOCTYPE ...>), which is refused: nothing of it is read or"
            + " fetched; remove it");
  }

  @Test
  void aDocumentTypeBehindAComment() {
    refused(
        "<?xml version=\"1.0\"?>\n<!-- <DOCTYPE -->\n  <!DOCTYPE bom>\n" + XML + "</bom>",
        "x:3:3: has a document type (<!DOCTYPE ...>), which is refused: nothing of it is read or"
            + " fetched; remove it");
  }

  @Test
  void moreAttributesThanParsersRead() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 10_001; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    Samples.Read read = Samples.read("x", XML + "<metadata" + attributes + "/></bom>");
    assertThat(read.said())
        .singleElement()
        .asString()
        .endsWith(": holds more than is read of one XML file");
  }

  @Test
  void entities() {
    refused(
        XML + "<components><component><name>&e;</name></component></components></bom>",
        "x:2:30: an entity is used after this; entities are refused, write the text out");
  }

  @Test
  void xmlThatIsCutOff() {
    refused(
        XML + "<components><component><name>n</name>",
        "x:2:38: the XML ends here, in the midst of something; is it cut off?");
  }

  @Test
  void xmlThatIsNoBillOfMaterials() {
    refused(
        "<html/>",
        "x:1:2: is XML but no CycloneDX file, whose root is"
            + " <bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">");
  }

  @Test
  void versionsThatAreNotRead() {
    refused(
        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.3\"}",
        "x:1:44: version '1.3' of CycloneDX is not read; 1.4 to 1.7 are");
    refused(
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/2.0\"/>",
        "x:1:45: version '2.0' of CycloneDX is not read; 1.4 to 1.7 are");
    refused(
        "{\"bomFormat\": \"CycloneDX\"}", "x: says no specVersion; CycloneDX 1.4 to 1.7 are read");
    refused(
        "{\"spdxVersion\": \"SPDX-2.3\"}",
        "x: is SPDX 2, which is not read; SPDX 3 in JSON-LD and CycloneDX are");
  }

  @Test
  void nestingWithoutEnd() {
    refused(
        BOM + "\"metadata\": " + "[".repeat(3000) + "]".repeat(3000) + "}",
        "x:2:112: is nested deeper than 100 levels");
    refused(
        XML + "<metadata>" + "<a>".repeat(3000) + "</a>".repeat(3000) + "</metadata></bom>",
        "x:2:306: is nested deeper than 100 levels");
  }

  @Test
  void misspeltKeysTypesAndPackageUrls() {
    reported(
        BOM
            + """
            "componets": [], "components": [
            {"type": "libary", "name": "a"},
            {"type": "library", "name": "b", "purl": "pkg:npmm/b@1"},
            {"type": "library", "nmae": "c", "purl": "torch"}]}
            """,
        "x:2:2: unknown field 'componets' of the bill of materials; did you mean 'components'?",
        "x:3:11: unknown type of component 'libary'; did you mean 'library'?",
        "x:4:43: there is no type 'npmm' of package URLs; did you mean 'npm'?",
        "x:5:1: component has no name",
        "x:5:22: unknown field 'nmae' of component; did you mean 'name'?",
        "x:5:43: 'torch' is no package URL, such as pkg:pypi/torch@2.9.0");
  }

  @Test
  void misspeltKeysOfEachPart() {
    reported(
        BOM
            + """
            "metadata": {"suplier": {}, "component": {"type": "data", "name": "r", "licences": []}},
            "components": [{"type": "machine-learning-model", "name": "m", "supplier": {"nane": "x"},
             "manufacturer": {"urls": []},
             "modelCard": {"modelParameter": {}, "modelParameters": {"tasks": "x"}}}],
            "services": [{"name": "s", "providr": {}}]}
            """,
        "x:2:15: unknown field 'suplier' of metadata; did you mean 'supplier'?",
        "x:2:73: unknown field 'licences' of component; did you mean 'licenses'?",
        "x:3:78: unknown field 'nane' of organisation; did you mean 'name'?",
        "x:4:20: unknown field 'urls' of organisation; did you mean 'url'?",
        "x:5:17: unknown field 'modelParameter' of modelCard; did you mean 'modelParameters'?",
        "x:5:59: unknown field 'tasks' of modelParameters; did you mean 'task'?",
        "x:6:29: unknown field 'providr' of service; did you mean 'provider'?");
  }

  @Test
  void twoComponentsWithOneReference() {
    reported(
        BOM
            + """
            "components": [
            {"type": "library", "name": "a", "bom-ref": "r"},
            {"type": "library", "name": "b", "bom-ref": "r"}]}
            """,
        "x:4:46: the bom-ref 'r' of this component stands twice; it also stands at line 3");
  }

  @Test
  void elementsOfSpdxWithoutType() {
    reported(
        "{\"@context\": \"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\", \"@graph\": [{}, 3]}",
        "x:1:75: element has no type",
        "x:1:79: an element must be an object with keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {name: \"{{ .Values.name }}\"}",
        "metadata: {name: '{{- include \"chart.name\" . }}'}",
        "{{- if .Values.pod }}"
      })
  void templates(String line) {
    Samples.Read read = Samples.read("x", POD + line + "\n");
    assertThat(read.said()).singleElement().asString().startsWith("x:3:").contains("is a template");
    assertThat(read.inventories().facts()).isEmpty();
  }

  @Test
  void bracesOfOtherProgramsAreNoTemplate() {
    reported(POD + "metadata: {name: x, annotations: {a: \"{{inputs.parameters.a}} {{ $v }}\"}}\n");
  }

  @Test
  void aTemplateIsQuotedFromItsBracesOn() {
    refused(
        POD + "spec:\n    {{- if .Values.pod }}\n",
        "x:4:5: is a template, not a manifest: '{{- if .Values.pod }}'; render it first, such as"
            + " with helm template");
    refused(
        POD + "metadata: {name: é昇-{{ .Release.Name }}}\n",
        "x:3:21: is a template, not a manifest: '{{ .Release.Name }}}'; render it first, such as"
            + " with helm template");
  }

  @Test
  void xmlThatIsNotWellFormed() {
    refused(
        XML + "<components><component name=></component></components></bom>",
        "x:2:13: is not well-formed XML after this: Open quote is expected for attribute \"name\""
            + " associated with an element type \"component\".");
  }

  @Test
  void xmlAfterWhichSomethingStands() {
    refused(
        XML + "</bom>\n<bom/>",
        "x:1:2: is not well-formed XML after this: The markup in the document following the root"
            + " element must be well-formed.");
  }

  @Test
  void xmlThatIsNotUtf8() {
    byte[] text = (XML + "<components>?</components></bom>").getBytes(StandardCharsets.UTF_8);
    text[text.length - 20] = (byte) 0xFF;
    Samples.Read read = Samples.read("x", text);
    assertThat(read.said()).containsExactly("x:2:13: is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void jsonAfterWhichSomethingStands() {
    refused(
        BOM + "\"components\": []} {}",
        "x:2:19: something stands after the end of the JSON object");
  }

  @Test
  void jsonThatIsNoObject() {
    Samples.Read read =
        Samples.read("x", InventoryForm.SPDX, " [1]".getBytes(StandardCharsets.UTF_8));
    assertThat(read.said()).containsExactly("x:1:2: must be a JSON object, which begins with {");
  }

  @Test
  void nestingUpToTheBound() {
    reported(
        BOM + "\"metadata\": " + "[".repeat(99) + "]".repeat(99) + "}",
        "x:2:13: metadata must be an object with keys");
    refused(
        BOM + "\"metadata\": " + "[".repeat(100) + "]".repeat(100) + "}",
        "x:2:112: is nested deeper than 100 levels");
    reported(XML + "<metadata>" + "<a>".repeat(98) + "</a>".repeat(98) + "</metadata></bom>");
  }

  @Test
  void cardsWithoutEndOrKeys() {
    byte[] open = "---\nlicense: mit\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Samples.read("x", InventoryForm.MODEL_CARD, open).said())
        .containsExactly("x: has no second line of --- that ends what is before the text");
    byte[] list = "---\n- license\n---\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Samples.read("x", InventoryForm.MODEL_CARD, list).said())
        .containsExactly("x:2:1: what stands before the text must be keys with values");
    byte[] empty = "---\n---\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Samples.read("x", InventoryForm.MODEL_CARD, empty).said())
        .containsExactly("x: holds nothing; it needs at least a document");
  }

  @Test
  void amountsThatAreNoNumbers() {
    reported(
        POD
            + """
            spec:
              containers:
                - resources: {limits: {nvidia.com/gpu: two}}
            """,
        "x:5:44: nvidia.com/gpu is 'two'; devices are requested in whole numbers");
  }

  @Test
  void aliases() {
    reported(
        POD + "metadata: &m {name: x}\nspec: *m\n",
        "x:4:7: aliases are not supported; write the value out");
  }

  @Test
  void objectsOfOneNameInOneFile() {
    reported(
        POD + "metadata: {name: a}\n---\n" + POD + "metadata: {name: a}\n",
        "x:7:18: Pod 'a' stands twice; it first stands at line 3");
  }

  @Test
  void aCardWhoseFrontIsNoYaml() {
    refused(
        "---\nlicense: mit\ntags: [a\n---\n# T\n",
        "x:4:1: ',' or ']' is missing; '[' was opened at line 3, column 7");
  }

  @Test
  void thingsThatAreNoInventoryAreNotTakenForOne() {
    for (String text :
        List.of("", "hello", "subject: {id: a}", "{\"subject\": {}}", "{", "- a", "{\"a\": 1}")) {
      assertThat(Recognition.of(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }

  @Test
  void aFactFileThatSpeaksOfManifestsStaysOne() {
    assertThat(
            Recognition.of(
                "apiVersion: x\nkind: y\nsubject: {id: a}\n".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void nothingOfAFileThatIsRefusedStays() {
    Samples.Read read = Samples.read("x", BOM + "\"components\": [{\"type\": \"device\"},");
    assertThat(read.inventories().sources()).isEmpty();
    assertThat(Arrays.asList(read.inventories().entries(), read.inventories().unused()))
        .containsExactly(0, 0);
  }
}
