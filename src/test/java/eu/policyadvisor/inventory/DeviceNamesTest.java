package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Accelerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices of a bill of materials are taken for, and what not. */
class DeviceNamesTest {
  private static Samples.Read read(String name, String makers) {
    return Samples.read(
        "bom.json",
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
          {"type": "device", "name": "%s"%s}]}
        """
            .formatted(name, makers));
  }

  private static String by(String key, String maker) {
    return ", \"%s\": {\"name\": \"%s\"}".formatted(key, maker);
  }

  private static List<Accelerator> chips(Samples.Read read) {
    return read.facts().all().stream()
        .filter(Accelerator.class::isInstance)
        .map(Accelerator.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Ascend 910B heat sink, Acme, huawei-ascend-910b",
    "Huawei Ascend Watch Strap, Acme, huawei",
    "Atlas 300I Duo, Acme, huawei",
    "NVIDIA H100, Acme, nvidia-h100",
  })
  void whatAnotherMakesIsNoDeviceOfTheVendorItIsNamedAfter(
      String name, String maker, String named) {
    Samples.Read read = read(name, by("manufacturer", maker));
    assertThat(chips(read)).isEmpty();
    assertThat(read.remarked())
        .containsExactly(
            ("device '%s': named like %s of the catalogue, but made or supplied by '%s'; if it is"
                    + " that, state an accelerator")
                .formatted(name, named, maker));
  }

  @Test
  void whatIsMadeForADeviceIsNoneThoughItsVendorMakesIt() {
    Samples.Read read = read("Huawei Ascend 910B heat sink", by("manufacturer", "Huawei"));
    assertThat(chips(read)).isEmpty();
    assertThat(read.remarked()).singleElement().asString().contains("'heat sink' is no word of it");
    assertThat(chips(read("NVIDIA GPU bracket", by("manufacturer", "Nvidia")))).isEmpty();
    assertThat(chips(read("Ascend P7", by("manufacturer", "Huawei")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 Tensor Core GPU, nvidia-h100",
    "NVIDIA A100-SXM4-80GB, nvidia-a100",
    "Ascend 910C NPU, huawei-ascend-910c",
    "Ascend910B3, huawei-ascend-910b",
    "Ascend 910B3, huawei-ascend-910b",
    "昇腾910B, huawei-ascend-910b",
    "华为昇腾910B芯片, huawei-ascend-910b",
    "Huawei Atlas 800T A2 (8x Ascend 910B), huawei-ascend-910b",
    "AMD Instinct MI300X OAM, amd-mi300x",
    "Tesla T4, nvidia-t4",
    "NVIDIA L40, nvidia-l40",
    "NVIDIA L40S, nvidia-l40s",
    "NVIDIA RTX 6000 Ada Generation, nvidia-rtx-6000-ada",
    "NVIDIA RTX PRO 6000 Blackwell Server Edition, nvidia-rtx-pro-6000",
    "NVIDIA GeForce RTX 4090, nvidia-rtx-4090",
    "NVIDIA GeForce RTX 4090 D, nvidia-rtx-4090-d",
    "Iluvatar BI-V100, iluvatar-bi-v100",
    "Hygon K100 AI, hygon-k100-ai",
    "Hygon DCU K100, hygon-k100",
    "昆仑芯P800, kunlun-p800",
  })
  void aNameOfNothingButWordsOfTheProductIsIt(String name, String product) {
    assertThat(chips(read(name, ""))).singleElement().extracting("product").isEqualTo(product);
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA A10G GPU",
    "NVIDIA GeForce RTX 4090 Laptop GPU",
    "NVIDIA Quadro RTX 6000 GPU"
  })
  void aSiblingThatTheCatalogueLacksIsOfTheVendorOnly(String name) {
    Accelerator chip = chips(read(name, "")).get(0);
    assertThat(chip.vendor()).isEqualTo("nvidia");
    assertThat(chip.product()).isNull();
  }

  @Test
  void whoSuppliesADeviceNeedNotHaveMadeIt() {
    assertThat(chips(read("NVIDIA H100 80GB PCIe", by("supplier", "Dell"))))
        .singleElement()
        .extracting("product")
        .isEqualTo("nvidia-h100");
    assertThat(chips(read("Ascend 910B", by("supplier", "Acme")))).as("it names nobody").isEmpty();
    assertThat(chips(read("Ascend 910B", ", \"group\": \"com.acme.rooms\""))).hasSize(1);
  }

  @Test
  void aMakerIsKnownWithItsLegalForm() {
    assertThat(chips(read("Instinct MI300X", by("manufacturer", "Advanced Micro Devices, Inc."))))
        .singleElement()
        .extracting("product")
        .isEqualTo("amd-mi300x");
  }

  @ParameterizedTest
  @CsvSource({
    "Atlas 300I Duo, ''",
    "Atlas 800T A2, Huawei",
    "Atlas 900 A3 SuperPoD, ''",
    "Atlas 800, Huawei",
    "Ascend 910, ''",
  })
  void aLineOfDevicesTellsTheDesignerOnly(String name, String maker) {
    Accelerator chip = chips(read(name, maker.isEmpty() ? "" : by("manufacturer", maker))).get(0);
    assertThat(chip.vendor()).isEqualTo("huawei");
    assertThat(chip.designerHq()).isEqualTo("CN");
    assertThat(chip.product()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Atlas 800 cloud box, Huawei, ''",
    "Atlas 800 GPU cloud box, Huawei, huawei",
    "Ascend box, Huawei, ''",
    "Ascend 91, Huawei, ''",
    "Atlas 200I DK, Huawei, ''",
    "Box 910, Huawei, ''",
  })
  void aLineIsOneOnlyWithItsNumberAndNothingElse(String name, String maker, String vendor) {
    assertThat(chips(read(name, by("manufacturer", maker))).stream().map(Accelerator::vendor))
        .containsExactly(vendor.isEmpty() ? new String[0] : new String[] {vendor});
  }
}
