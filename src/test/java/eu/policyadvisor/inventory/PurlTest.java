package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Package URLs. */
class PurlTest {
  @ParameterizedTest
  @CsvSource({
    "pkg:pypi/torch@2.9.0, pkg:pypi/torch, torch, torch, false, false",
    "' pkg:huggingface/Qwen/Qwen3-8B@a?x=y#z', pkg:huggingface/Qwen/Qwen3-8B, Qwen/Qwen3-8B,"
        + " Qwen/Qwen3-8B, true, false",
    "pkg:docker/vllm/vllm-openai@v1, pkg:docker/vllm/vllm-openai, vllm/vllm-openai,"
        + " vllm/vllm-openai, false, true",
    "pkg:oci/cann@sha256:ab?repository_url=quay.io/ascend/cann, pkg:oci/cann, cann,"
        + " quay.io/ascend/cann, false, true",
  })
  void isReadWithoutVersion(
      String text, String bare, String qualified, String image, boolean hub, boolean ofAnImage)
      throws Purl.Invalid {
    Purl purl = Purl.of(text);
    assertThat(purl.bare()).isEqualTo(bare);
    assertThat(purl.qualified()).isEqualTo(qualified);
    assertThat(purl.image()).isEqualTo(image);
    assertThat(purl.isModelHub()).isEqualTo(hub);
    assertThat(purl.isImage()).isEqualTo(ofAnImage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "torch | 'torch' is no package URL, such as pkg:pypi/torch@2.9.0",
        "pkg:pypi/%zz | 'pkg:pypi/%zz' is no package URL, such as pkg:pypi/torch@2.9.0",
        "pkg:npmm/a | there is no type 'npmm' of package URLs; did you mean 'npm'?",
        "pkg:zzzzzz/a | there is no type 'zzzzzz' of package URLs; types are pypi, npm, maven,"
            + " huggingface, oci and so on",
      })
  void whatIsNoneSaysWhy(String text, String problem) {
    assertThat(catchThrowableOfType(Purl.Invalid.class, () -> Purl.of(text)).problem())
        .isEqualTo(problem);
  }

  @Test
  void theTypeMayBeWrittenLarge() throws Purl.Invalid {
    assertThat(Purl.of("pkg:PyPI/torch").bare()).isEqualTo("pkg:pypi/torch");
  }
}
