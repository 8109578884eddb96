package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds and what it says of it, with a Maven and a Java that do nothing. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherBuildTest {
  private static final String BUILDS =
      """
      mkdir -p target/lib
      : >target/policy-advisor-0.jar
      touch target/advisor.stamp
      """;

  @TempDir Path home;

  @BeforeEach
  void settle() throws IOException {
    Files.copy(Path.of("advisor"), home.resolve("advisor"));
    write("rules/topic.drl", "rule \"one\" when then end");
    write("src/main/java/One.java", "class One {}");
    write("pom.xml", "<project/>");
    write("jdk/release", "JAVA_VERSION=\"17.0.1\"\n");
    script("jdk/bin/java", "for word; do :; done; echo \"asked $word\"");
    maven(BUILDS);
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    // Files change at different times, not in the same instant.
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private void change(String name, String text) throws IOException {
    Files.writeString(home.resolve(name), text);
    touch(name);
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(home.resolve(name), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private void script(String name, String text) throws IOException {
    write(name, "#!/bin/sh\n" + text + "\n");
    assertThat(home.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void maven(String text) throws IOException {
    script("bin/mvn", "echo \"$*\" >>builds\n" + text);
  }

  private Process begin() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("advisor").toString(), "check")
            .redirectOutput(home.resolve("out").toFile())
            .redirectError(home.resolve("err").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", home.resolve("jdk").toString());
    environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
    return builder.start();
  }

  private Run end(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), text("out"), text("err"));
  }

  private Run run() throws IOException, InterruptedException {
    return end(begin());
  }

  private String text(String name) throws IOException {
    return Files.readString(home.resolve(name), StandardCharsets.UTF_8);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(home.resolve("builds"));
  }

  private static String building(String reason) {
    return "building the advisor (" + reason + ") ...\n";
  }

  @Test
  void buildsOnce() throws Exception {
    assertThat(run()).isEqualTo(new Run(0, "asked check\n", building("first run")));
    assertThat(run().code()).isZero();
    assertThat(builds()).hasSize(1).allMatch(words -> words.endsWith("package"));
  }

  @Test
  void leavesOutWhatIsCheckedOfTheCode() throws Exception {
    run();
    assertThat(builds().get(0)).contains("-P !lint").contains("-Dmaven.test.skip=true");
  }

  @Test
  void aFileThatHoldsWhatItHeldCostsNoBuild() throws Exception {
    run();
    for (String file : List.of("rules/topic.drl", "src/main/java/One.java", "pom.xml")) {
      touch(file);
      assertThat(run().err()).doesNotContain("building");
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aFileThatHoldsWhatItHeldCostsNoBuildAfterOneByHandEither() throws Exception {
    run();
    Files.delete(home.resolve("target/advisor.sources"));
    run();
    touch("rules/topic.drl");
    assertThat(run().err()).doesNotContain("building");
  }

  @Test
  void saysThatOnlyRulesChanged() throws Exception {
    run();
    change("rules/topic.drl", "rule \"other\" when then end");
    assertThat(run().err()).isEqualTo(building("rules changed"));
    assertThat(builds()).hasSize(2);
  }

  @Test
  void saysThatARuleWasTakenAway() throws Exception {
    run();
    Files.delete(home.resolve("rules/topic.drl"));
    touch("rules");
    assertThat(run().err()).isEqualTo(building("rules changed"));
  }

  @Test
  void saysThatOtherSourcesChanged() throws Exception {
    run();
    change("rules/topic.drl", "rule \"other\" when then end");
    change("src/main/java/One.java", "final class One {}");
    assertThat(run().err()).isEqualTo(building("sources changed"));
  }

  @Test
  void showsWhyABuildFailedAndBuildsAgain() throws Exception {
    maven("echo 'One.java:1: what is this?'; exit 1");
    assertThat(run())
        .isEqualTo(
            new Run(
                2,
                "",
                building("first run") + "One.java:1: what is this?\n" + "advisor: cannot build\n"));
    maven(BUILDS);
    assertThat(run())
        .isEqualTo(new Run(0, "asked check\n", building("the last build did not end well")));
  }

  @Test
  void buildsAgainAfterABuildThatWasKilled() throws Exception {
    maven("kill -9 $PPID $$");
    assertThat(run().code()).isNotZero();
    maven(BUILDS);
    assertThat(run())
        .isEqualTo(new Run(0, "asked check\n", building("the last build did not end well")));
  }

  @Test
  void saysThatTheDiskIsFull() throws Exception {
    maven("echo 'java.io.IOException: No space left on device'; exit 1");
    Run run = run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .endsWith("advisor: cannot build: the disk that holds " + home + "/target is full\n");
  }

  @Test
  void waitsForAnotherBuildAndSaysSo() throws Exception {
    assumeThat(Path.of("/usr/bin/flock")).exists();
    Files.createDirectories(home.resolve("target"));
    Process other =
        new ProcessBuilder(
                "flock", home.resolve("target/advisor.lock").toString(), "sh", "-c", "echo; cat")
            .start();
    assertThat(other.getInputStream().read()).isEqualTo('\n');
    maven(BUILDS);
    Process waiting = begin();
    while (!text("err").contains("waiting for another build to end ...\n")) {
      assertThat(waiting.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    new ProcessBuilder("sh", home.resolve("bin/mvn").toString())
        .directory(home.toFile())
        .start()
        .waitFor();
    other.getOutputStream().close();
    Run run = end(waiting);
    assertThat(run.code()).isZero();
    assertThat(run.err()).doesNotContain("building");
    assertThat(builds()).hasSize(1);
  }
}
