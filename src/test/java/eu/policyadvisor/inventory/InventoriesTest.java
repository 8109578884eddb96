package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Cut;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes a fact, and where it says that it comes from. */
class InventoriesTest {
  static Stream<Path> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyValueStandsInTheFileWhereItsOriginSays(Path file) throws IOException {
    Samples.Read read = Samples.read(file);
    String text = Files.readString(file);
    assertThat(read.problems()).isEmpty();
    int values = 0;
    for (Fact fact : read.facts().all()) {
      assertThat(fact.provenance().file()).isEqualTo(file.toString());
      for (Map.Entry<String, FieldOrigin> field : fact.provenance().fields().entrySet()) {
        FieldOrigin origin = field.getValue();
        assertThat(
                Cut.from(
                    text, origin.line(), origin.column(), origin.endLine(), origin.endColumn()))
            .as("%s of %s", field.getKey(), fact.id())
            .isNotEmpty()
            .isEqualTo(origin.text());
        values++;
      }
    }
    assertThat(values).isPositive();
  }

  @Test
  void xmlGivesTheFactsThatTheSameInJsonGives() {
    Samples.Read json = Samples.read(Samples.DIRECTORY.resolve("cyclonedx/services-1.6.json"));
    Samples.Read xml = Samples.read(Samples.DIRECTORY.resolve("cyclonedx/services-1.6.xml"));
    assertThat(values(xml)).isEqualTo(values(json)).isNotEmpty();
    assertThat(xml.remarked()).isEqualTo(json.remarked());
    assertThat(xml.facts().all().stream().map(fact -> fact.provenance().path()))
        .isEqualTo(json.facts().all().stream().map(fact -> fact.provenance().path()).toList());
  }

  private static List<String> values(Samples.Read read) {
    return read.facts().all().stream()
        .map(
            fact -> {
              TreeMap<String, String> values = new TreeMap<>();
              for (String field : fact.provenance().fields().keySet()) {
                values.put(field, Names.value(fact.value(field)));
              }
              return fact.section() + " " + fact.id() + values + fact.confidence();
            })
        .toList();
  }

  @Test
  void aDeviceRequestNamesTheProductButNotThatItOperates() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("kubernetes/ascend-910b3-job.yaml"));
    Accelerator chip = (Accelerator) read.fact("ascend910b3-job-ascend910b3");
    assertThat(chip.product()).isEqualTo("huawei-ascend-910b");
    assertThat(chip.quantity()).isEqualTo(1);
    assertThat(chip.lifecycle()).isNull();
    assertThat(chip.provenance().fields().get("product"))
        .isEqualTo(
            new FieldOrigin(
                FieldOrigin.Kind.INVENTORY, 12, 11, 12, 33, "huawei.com/Ascend910B3", null));
    assertThat(chip.provenance().path())
        .isEqualTo("/spec/containers/0/resources/limits/huawei.com~1Ascend910B3");
  }

  @Test
  void aResourceOfNoKnownProductGivesItsVendorAndWhereThatIs() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("kubernetes/hygon-default.yaml"));
    Accelerator chip = (Accelerator) read.fact("vdcu-pytorch-demo-dcunum");
    assertThat(chip.product()).isNull();
    assertThat(chip.vendor()).isEqualTo("hygon");
    assertThat(chip.designerHq()).isEqualTo("CN");
    assertThat(read.remarked())
        .containsExactly(
            "resource 'hygon.com/dcucores': a part of a device, no device",
            "resource 'hygon.com/dcumem': a part of a device, no device");
  }

  @Test
  void podTemplatesOfAnyKindAreFoundWithTheModelsTheyServe() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("kubernetes/model-servers.yaml"));
    Model served = (Model) read.fact("qwen-qwen3-8b");
    assertThat(served.product()).isEqualTo("qwen3");
    assertThat(served.accelerator()).isEqualTo("chat-gpu");
    assertThat(((Accelerator) read.fact("chat-gpu")).product()).isEqualTo("nvidia-h100");
    assertThat(((Accelerator) read.fact("chat-gpu")).quantity()).as("two pods request it").isNull();
    assertThat(((Accelerator) read.fact("llm-ascend910")).quantity()).isEqualTo(8);
    assertThat(((Accelerator) read.fact("nightly-mig-1g.5gb")).quantity())
        .as("slices are not chips")
        .isNull();
    Model unlisted = (Model) read.fact("zai-org-glm-ocr");
    assertThat(unlisted.product()).isNull();
    assertThat(unlisted.developerHq()).isEqualTo("CN");
    assertThat(unlisted.developerEntityListed()).isTrue();
  }

  @Test
  void anOrganisationIsOneFactByHoweverManyNamesItGoes() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("cyclonedx/services-1.6.json"));
    assertThat(read.facts().all().stream().filter(Party.class::isInstance).map(Fact::id))
        .containsExactly("huawei-technologies-co-ltd", "amazon-web-services");
  }

  @Test
  void confidenceAndEvidenceOfTheInventoryBecomeThoseOfTheFact() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("cyclonedx/services-1.6.json"));
    Fact chip = read.fact("ascend-910b3-npu");
    assertThat(chip.confidence()).isEqualByComparingTo(new BigDecimal("0.8"));
    assertThat(chip.value("source").toString())
        .endsWith("/components/0, identified by manifest-analysis");
  }

  @Test
  void aDeviceOfAVendorOfAcceleratorsIsNotOneForThat() {
    Samples.Read read = Samples.read(Samples.DIRECTORY.resolve("cyclonedx/services-1.6.json"));
    assertThat(read.remarked())
        .contains("device 'CloudEngine 6800 switch': no accelerator that the catalogue knows");
  }

  @Test
  void aModelNamedLikeOneOfTheCatalogueButByOthersIsAQuestion() {
    Samples.Read read =
        Samples.read(
            "config.json",
            "{\"model_type\": \"qwen3\", \"_name_or_path\": \"someone/Qwen3-8B-chat\"}");
    Model model = (Model) read.fact("someone-qwen3-8b-chat");
    assertThat(model.product()).isNull();
    assertThat(model.developer()).isNull();
    assertThat(read.inventories().comments(model.id()))
        .contains(
            "named like qwen3 of the catalogue, but published by 'someone'; if it is that, state"
                + " product: qwen3");
  }

  @Test
  void aNameThatSaysNothingIsNotStated() {
    Samples.Read read =
        Samples.read(
            "bom.json",
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"type": "machine-learning-model", "name": "m",
               "manufacturer": {"name": "NOASSERTION"}, "author": "unknown"}]}
            """);
    assertThat(((Model) read.fact("m")).developer()).isNull();
    assertThat(read.facts().all().stream().filter(Party.class::isInstance)).isEmpty();
  }

  @Test
  void theProductOfALabelledNodeIsThatOfItsDevices() {
    Samples.Read read =
        Samples.read(
            "nodes.yaml",
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: Node
                metadata: {name: n1, labels: {nvidia.com/gpu.product: NVIDIA-A100-SXM4-80GB}}
                status: {capacity: {cpu: "8", nvidia.com/gpu: "8", pods: "110"}}
            """);
    Accelerator chip = (Accelerator) read.fact("n1-gpu");
    assertThat(chip.product()).isEqualTo("nvidia-a100");
    assertThat(chip.quantity()).isEqualTo(8);
  }

  @Test
  void placesCountCodePointsAndEscapesStayAsWritten() {
    Samples.Read read =
        Samples.read(
            "bom.json",
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\":"
                + " \"machine-learning-model\", \"description\": \"\uD83E\uDD17\uD83E\uDD17\","
                + " \"name\": \"caf\\u00e9\"}]}");
    Fact model = read.fact("cafe");
    assertThat(model.name()).isEqualTo("café");
    FieldOrigin origin = model.provenance().fields().get("name");
    assertThat(origin.text()).isEqualTo("caf\\u00e9");
    assertThat(origin.column()).isEqualTo(130);
  }

  @Test
  void aBillThatSaysLastWhatItIsIsReadAllTheSame() {
    Samples.Read read =
        Samples.read(
            "bom.json",
            """
            {"components": [{"type": "machine-learning-model", "name": "openai/gpt-oss-20b"}],
             "specVersion": "1.7", "bomFormat": "CycloneDX"}
            """);
    assertThat(((Model) read.fact("openai-gpt-oss-20b")).product()).isEqualTo("gpt-oss");
  }

  @Test
  void elementsOfOtherNameSpacesAreReadPast() {
    Samples.Read read =
        Samples.read(
            "bom.xml",
            """
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:o="urn:other">
              <o:components><o:component><o:name>x</o:name></o:component></o:components>
              <components>
                <component type="machine-learning-model">
                  <o:name>no</o:name><!-- <name>no</name> --><name>Apertus-8B</name>
                </component>
              </components>
            </bom>
            """);
    assertThat(read.problems()).isEmpty();
    Model model = (Model) read.fact("apertus-8b");
    assertThat(model.product()).isEqualTo("apertus");
    assertThat(model.provenance().fields().get("name").column()).isEqualTo(56);
  }

  @Test
  void spdxNamesPackagesByIdentifiersToo() {
    Samples.Read read =
        Samples.read(
            "sbom.json",
            """
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
              {"type": "software_Package", "spdxId": "urn:p", "name": "anything",
               "externalIdentifier": [{"type": "ExternalIdentifier",
                 "externalIdentifierType": "packageUrl", "identifier": "pkg:pypi/vllm@0.11.0"}]}]}
            """);
    assertThat(read.fact("anything").value("product")).isEqualTo("vllm");
  }

  @Test
  void theProductThatANodeMustHaveIsThatOfTheDevicesRequestedThere() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - {key: nvidia.com/gpu.product, operator: In, values: [VALUES]}
          containers: [{name: c, resources: {requests: {nvidia.com/gpu: 1}}}]
        """;
    assertThat(product(pod.replace("VALUES", "NVIDIA-H200"))).isEqualTo("nvidia-h200");
    assertThat(product(pod.replace("VALUES", "NVIDIA-H200, NVIDIA-H20"))).isNull();
    assertThat(product(pod.replace("VALUES", "NVIDIA-H200").replace("In,", "NotIn,"))).isNull();
    assertThat(product(pod.replace("VALUES", "NVIDIA-H200").replace("nvidia.com/gpu.product", "z")))
        .as("another label names no product")
        .isNull();
  }

  private static String product(String pod) {
    return ((Accelerator) Samples.read("pod.yaml", pod).fact("p-gpu")).product();
  }
}
