package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What manifests say in passing: of slices, of devices that nobody requests, of models. */
class ManifestsTest {
  private static Samples.Read pod(String spec) {
    return Samples.read(
        "pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: " + spec + "\n");
  }

  private static Samples.Read container(String container) {
    return pod("{containers: [{" + container + "}]}");
  }

  private static <F extends Fact> List<F> all(Samples.Read read, Class<F> kind) {
    return read.facts().all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "huawei.com/Ascend910-2c",
        "huawei.com/Ascend910-16c",
        "huawei.com/Ascend910-10c.3cpu.16g",
        "huawei.com/Ascend310P-4c.3cpu"
      })
  void aSliceOfAnAscendIsNoChip(String resource) {
    Accelerator chip =
        all(container("resources: {limits: {" + resource + ": 1}}"), Accelerator.class).get(0);
    assertThat(chip.vendor()).isEqualTo("huawei");
    assertThat(chip.quantity()).isNull();
  }

  @Test
  void aWholeAscendOfAMixedServerIsCounted() {
    assertThat(
            all(container("resources: {limits: {huawei.com/Ascend310P-V: 2}}"), Accelerator.class))
        .singleElement()
        .extracting("quantity")
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baidu.com/kunlun", "huawei.com/davinci-mini"})
  void aResourceThatIsNotKnownIsNotCalledAPart(String resource) {
    assertThat(container("resources: {limits: {" + resource + ": 1}}").remarked())
        .containsExactly("resource '" + resource + "': nothing that the catalogue knows");
  }

  @ParameterizedTest
  @CsvSource({
    "quay.io/ascend/vllm-ascend:v0.9, 'cann, vllm'",
    "swr.cn-south-1.myhuaweicloud.com/ascendhub/mindie:2.0, cann",
    "ascendhub.huawei.com/public-ascendhub/ascend-mindspore:23.0, 'cann, mindspore'",
    "vllm/vllm-openai:v1, vllm",
  })
  void anImageIsMadeForAllFrameworksThatItNeeds(String image, String products) {
    assertThat(all(container("image: '" + image + "'"), Framework.class))
        .extracting(Framework::product)
        .containsExactly(products.split(", "));
  }

  @Test
  void anImageNamedAfterAscendIsPointedOut() {
    assertThat(container("image: 'ascendhub/ascend-k8sdeviceplugin:v5'").remarked())
        .singleElement()
        .asString()
        .contains("named after Ascend of Huawei");
  }

  @Test
  void aMountedDeviceIsThereThoughNoneIsRequested() {
    Samples.Read read =
        pod(
            "{volumes: [{hostPath: {path: /dev/davinci0}}, {hostPath: {path: /dev/davinci1}}],"
                + " containers: [{env: [{name: ASCEND_VISIBLE_DEVICES, value: 0-1}]}]}");
    assertThat(all(read, Accelerator.class))
        .singleElement()
        .satisfies(chip -> assertThat(chip.vendor()).isEqualTo("huawei"))
        .satisfies(chip -> assertThat(chip.quantity()).isNull());
    assertThat(read.remarked()).isEmpty();
  }

  @Test
  void aVariableThatChoosesDevicesIsARemarkUnlessDevicesAreRequested() {
    String variable = "env: [{name: ASCEND_VISIBLE_DEVICES, value: 0-1}]";
    assertThat(container(variable).remarked())
        .containsExactly(
            "'ASCEND_VISIBLE_DEVICES': tells of devices of Huawei, but requests none: not read;"
                + " state an accelerator");
    assertThat(container(variable + ", resources: {limits: {huawei.com/Ascend910: 2}}").remarked())
        .isEmpty();
  }

  @Test
  void theChipNameOfANodeIsTheProductOfWhatIsRequestedThere() {
    Samples.Read read =
        pod(
            "{nodeSelector: {node.kubernetes.io/npu.chip.name: 910B3},"
                + " containers: [{resources: {limits: {huawei.com/Ascend910: 8}}}]}");
    assertThat(all(read, Accelerator.class))
        .singleElement()
        .extracting("product")
        .isEqualTo("huawei-ascend-910b");
  }

  @ParameterizedTest
  @CsvSource({
    "node.kubernetes.io/npu.chip.name: 910B3, huawei-ascend-910b,",
    "'accelerator: huawei-Ascend910', , huawei",
  })
  void aLabelledNodeHasTheDevice(String label, String product, String vendor) {
    Samples.Read read =
        Samples.read(
            "node.yaml",
            "apiVersion: v1\nkind: Node\nmetadata: {name: n, labels: {" + label + "}}\n");
    Accelerator chip = all(read, Accelerator.class).get(0);
    assertThat(chip.product()).isEqualTo(product);
    assertThat(chip.vendor()).isEqualTo(vendor);
  }

  @Test
  void aClaimOfAClassOfAVendorIsOfItsDevices() {
    String claim =
        "apiVersion: resource.k8s.io/v1\nkind: ResourceClaimTemplate\nmetadata: {name: c}\n"
            + "spec: {spec: {devices: {requests: [{exactly: {deviceClassName: CLASS}}]}}}\n";
    Samples.Read npu = Samples.read("c.yaml", claim.replace("CLASS", "npu.huawei.com"));
    assertThat(all(npu, Accelerator.class).get(0).vendor()).isEqualTo("huawei");
    Samples.Read nic = Samples.read("c.yaml", claim.replace("CLASS", "nic.huawei.com"));
    assertThat(all(nic, Accelerator.class)).isEmpty();
    assertThat(nic.remarked())
        .containsExactly("device class 'nic.huawei.com': nothing that the catalogue knows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: y, command: [sh, -c, \"vllm serve \\\\\\n Qwen/Qwen3-8B\"] | Qwen/Qwen3-8B",
        "image: vllm/vllm-openai:v1, args: [Qwen/Qwen3-32B] | Qwen/Qwen3-32B",
        "image: vllm/vllm-openai:v1, args: [serve, zai-org/GLM-4.5] | zai-org/GLM-4.5",
        "image: llama.cpp, args: [-hf, unsloth/DeepSeek-R1-GGUF] | unsloth/DeepSeek-R1-GGUF",
        "image: vllm, args: [--model, $(M)], env: [{name: M, value: a/b}] | a/b",
      })
  void modelsAreFoundWhereServersTakeThem(String container, String name) {
    assertThat(all(container(container), Model.class))
        .singleElement()
        .extracting(Model::name)
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[--model, '0']", "[--port, '8000']", "['{}', '-']"})
  void whatHasNoLettersIsNoModel(String arguments) {
    assertThat(all(container("image: vllm/vllm-openai:v1, args: " + arguments), Model.class))
        .isEmpty();
  }

  @Test
  void aVariableThatIsNotSetIsARemark() {
    Samples.Read read = container("image: vllm/vllm-openai:v1, args: [--model=$(N)]");
    assertThat(all(read, Model.class)).isEmpty();
    assertThat(read.remarked())
        .contains("model '$(N)': a variable that is not set here: no fact is made of it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/models/DeepSeek-R1 | , in a place of one's own",
        "s3://bucket/models/DeepSeek-R1 | , in a place of one's own",
        "deepseek-r1:671b | , and tags of one name may be different models",
        "someone/DeepSeek-R1-GGUF:Q4_K_M | , but published by 'someone'",
      })
  void aNameThatMayBeOfAnotherModelIsAQuestion(String name, String why) {
    Samples.Read read = container("image: vllm, args: [--model, '" + name + "']");
    Model model = all(read, Model.class).get(0);
    assertThat(model.product()).isNull();
    assertThat(model.developer()).isNull();
    assertThat(read.inventories().comments(model.id()))
        .containsExactly(
            "named like deepseek-r1 of the catalogue"
                + why
                + "; if it is that, state product: deepseek-r1");
  }

  @ParameterizedTest
  @CsvSource({
    "container: [{image: x}], pod, container, containers",
    "'containers: [{image: x, resource: {limits: {nvidia.com/gpu: 1}}}]', container, resource,"
        + " resources",
    "'containers: [{image: x, resources: {limit: {nvidia.com/gpu: 1}}}]', resources, limit, limits",
  })
  void misspeltKeysAroundContainersAreProblems(
      String spec, String owner, String key, String meant) {
    assertThat(pod("{" + spec + "}").said())
        .singleElement()
        .asString()
        .endsWith("unknown field '%s' of %s; did you mean '%s'?".formatted(key, owner, meant));
  }

  @Test
  void keysOfOtherObjectsThatAreNearAreNone() {
    assertThat(
            pod("{templates: [{container: {image: x}}, {resource: {action: create}}], limit: 3}")
                .said())
        .isEmpty();
  }
}
