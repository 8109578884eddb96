package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.md"),
        new MarkdownReport().render(List.of(Scenario.rich())));
  }

  @Test
  void letsNoNameBecomeMarkup() {
    String enemy = "- <img src=x> @octocat | `a` [x](http://evil.example) www.evil.example # *b*";
    String text = new MarkdownReport().render(List.of(Scenario.named(enemy, enemy)));
    assertThat(text)
        .doesNotContainPattern("(?<!\\\\)<img")
        .doesNotContain("@octocat", "](http://evil", "www.evil.example")
        .contains(
            "# \\- \\<img src=x\\> @\u200Boctocat \\| \\`a\\` \\[x\\](http:\\/\\/evil.example)");
  }

  @Test
  void fencesCodeByMoreBackticksThanItHolds() {
    assertThat(Markdown.code("a``b")).isEqualTo("``` a``b ```");
    assertThat(Markdown.code("plain")).isEqualTo("`plain`");
  }

  @Test
  void linksToWebAddressesOnly() {
    assertThat(Markdown.target("javascript:alert(1)")).isNull();
    assertThat(Markdown.target("https://a.example/b")).isEqualTo("https://a.example/b");
  }

  @Test
  void doesNotBeginAListByAName() {
    assertThat(Markdown.text("1. first")).isEqualTo("1\\. first");
    assertThat(Markdown.text("+ plus")).isEqualTo("\\+ plus");
  }

  @Test
  void isLoudAboutContradictions() {
    assertThat(new MarkdownReport().render(List.of(Scenario.contradictory())))
        .contains("> **Error of the knowledge base: contradictory advice.**");
  }
}
