package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.Model;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models are used through interfaces that inventories name. */
class ModelInterfacesTest {
  private static List<Model> models(Samples.Read read) {
    return read.facts().all().stream()
        .filter(Model.class::isInstance)
        .map(Model.class::cast)
        .toList();
  }

  private static Samples.Read configuration(String data) {
    return Samples.read(
        "c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {" + data + "}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.deepseek.com/v1, DeepSeek, CN",
    "https://open.bigmodel.cn/api/paas/v4, Zhipu, CN",
    "https://api.openai.com:443, OpenAI, US",
  })
  void anAddressThatServesOneDeveloperIsAModelOfIt(String url, String developer, String country) {
    assertThat(models(configuration("BASE_URL: '" + url + "'")))
        .singleElement()
        .satisfies(model -> assertThat(model.developer()).isEqualTo(developer))
        .satisfies(model -> assertThat(model.developerHq()).isEqualTo(country))
        .satisfies(model -> assertThat(model.deployment()).isEqualTo(Deployment.VENDOR_API))
        .satisfies(model -> assertThat(model.product()).isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "LLM, https://dashscope.aliyuncs.com/v1, dashscope.aliyuncs.com, Alibaba",
    "LLM, https://ark.cn-beijing.volces.com/api/v3, ark.cn-beijing.volces.com, ByteDance",
    "NO_PROXY, https://api.deepseek.com, api.deepseek.com, DeepSeek",
    "app, 'url: https://api.deepseek.com', api.deepseek.com, DeepSeek",
  })
  void anyOtherMentionIsARemark(String key, String value, String host, String company) {
    Samples.Read read = configuration(key + ": '" + value + "'");
    assertThat(models(read)).isEmpty();
    assertThat(read.remarked())
        .containsExactly(
            "names %s, an API of %s: no fact is made; state a model or service"
                .formatted(host, company));
  }

  @Test
  void aHostThatOnlyContainsTheNameIsAnother() {
    assertThat(configuration("U: 'https://api.deepseek.com.example.org'").remarked())
        .containsExactly("ConfigMap c: has no containers, devices or models");
  }

  @Test
  void theVariableDecidesNotTheWordValue() {
    Samples.Read read =
        Samples.read(
            "p.yaml",
            "apiVersion: v1\nkind: Pod\nspec: {containers: [{env: [{name: BLOCKED_URL, value:"
                + " 'https://api.deepseek.com'}]}]}\n");
    assertThat(models(read)).isEmpty();
    assertThat(read.remarked()).singleElement().asString().startsWith("names api.deepseek.com");
  }

  @Test
  void aServiceOfABillNamesItsEndpoint() {
    Samples.Read read =
        Samples.read(
            "bom.json",
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "services": [
              {"name": "Chat", "provider": {"name": "DeepSeek"},
               "endpoints": ["https://api.deepseek.com/v1"]}]}
            """);
    assertThat(models(read)).singleElement().extracting(Model::developer).isEqualTo("DeepSeek");
  }

  @Test
  void aNameOfACountryIsNoCode() {
    Samples.Read read =
        Samples.read(
            "bom.json",
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "services": [
              {"name": "Chat", "provider": {"name": "X"},
               "properties": [{"name": "a:jurisdiction", "value": "China"}],
               "data": [{"flow": "inbound", "name": "a"}, {"flow": "inbound", "name": "b"}]}]}
            """);
    assertThat(read.remarked())
        .containsExactly("jurisdiction 'China' is not a country code, write CN");
  }
}
