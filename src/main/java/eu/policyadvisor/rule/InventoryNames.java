package eu.policyadvisor.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What inventories call a thing of the catalogue: bills of materials, manifests of a cluster, model
 * cards. Names are compared without regard to case, and one that ends with {@code *} stands for all
 * that begin like it.
 *
 * @param aliases names that stand for themselves, such as {@code Ascend 910B3}
 * @param packages package URLs without version, such as {@code pkg:pypi/torch}
 * @param resources Kubernetes resources, each unit of which is a device, such as {@code
 *     nvidia.com/gpu}
 * @param slices Kubernetes resources of which a unit is a part of a device
 * @param images container images without registry and tag, such as {@code vllm/vllm-openai}
 * @param organisations publishers on a model hub, such as {@code deepseek-ai}
 * @param families names of lines of devices that tell the designer without a product, such as
 *     {@code Atlas 300I*}
 * @param traces files of devices, such as {@code /dev/davinci*}, and variables that choose devices
 * @param hosts hosts of programming interfaces that serve models of this developer only, such as
 *     {@code api.deepseek.com}
 * @param gateways hosts of programming interfaces that serve models of others too; {@code *} in a
 *     host stands for one or more of its parts, such as {@code *.openai.azure.com}
 * @param source where these names were seen, or null
 */
public record InventoryNames(
    List<String> aliases,
    List<String> packages,
    List<String> resources,
    List<String> slices,
    List<String> images,
    List<String> organisations,
    List<String> families,
    List<String> traces,
    List<String> hosts,
    List<String> gateways,
    @Nullable String source) {

  /** Of a thing of which no such name is known. */
  public static final InventoryNames NONE =
      new InventoryNames(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), null);

  /** Copies the lists. */
  public InventoryNames {
    aliases = List.copyOf(aliases);
    packages = List.copyOf(packages);
    resources = List.copyOf(resources);
    slices = List.copyOf(slices);
    images = List.copyOf(images);
    organisations = List.copyOf(organisations);
    families = List.copyOf(families);
    traces = List.copyOf(traces);
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
  }
}
