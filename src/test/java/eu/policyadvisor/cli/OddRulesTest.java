package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a DRL file, it is taken, or each line says where and what is wrong. */
@Timeout(600)
final class OddRulesTest {
  private static final String HEAD =
      """
      package own
      import eu.policyadvisor.fact.*
      import eu.policyadvisor.finding.*

      """;

  private static final String CARD =
      """
          @kind("finding") @title("Own") @summary("A rule of an analyst.") @keyPoints("3")
          @layer("chips") @severity("low") @confidence(0.5) @cites("crma Art. 5(1)")
      """;

  private static final String FACTS = "facts/examples/ascend-cluster.yaml";
  private static final long SEED = 16;
  private static final int MUTATED = 40;
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|\\$?\\w+|\\s+|.", Pattern.DOTALL);

  private static final List<String> ODD =
      List.of(
          "(",
          "((((((((((((",
          "\"",
          "\\",
          "\0",
          "é",
          "\u2028",
          "/*",
          "end",
          "when",
          "exists",
          "||",
          "accumulate(",
          "eval(true)",
          "in ()",
          "matches \"(\"",
          "null",
          "this",
          "$x",
          "1e999",
          "@foo(a=1)",
          "import x.Y",
          "declare X extends Y end",
          "function int f() { return b; }",
          "salience 1/0",
          "extends \"a/b\"",
          "dialect \"mvel\"",
          "over window:time(1s)",
          "\"\\u00\"",
          "\"two\nlines\"",
          "from entry-point \"x\"",
          "update($on);",
          "throw new Error();",
          "{",
          "]");

  @TempDir private Path rules;

  @BeforeEach
  void makeAWholeKnowledgeBase() throws IOException {
    Files.writeString(rules.resolve("parameters.yaml"), "parameters: []\n");
  }

  private static Arguments odd(String name, String head, String conditions, String consequence) {
    return Arguments.of(
        name,
        HEAD
            + "rule \"own/odd\"\n"
            + CARD
            + head
            + "\nwhen\n"
            + conditions
            + "\nthen\n"
            + consequence
            + "\nend\n");
  }

  private static Arguments odd(String name, String conditions) {
    return odd(name, "", conditions, "");
  }

  private static Arguments head(String head) {
    return odd(head, head, "Accelerator()", "");
  }

  private static Arguments declared(String declaration) {
    return Arguments.of(declaration, HEAD + declaration + "\nrule \"own/odd\" when then end\n");
  }

  private static String times(String text, int many) {
    return text.repeat(many);
  }

  private static String alternatives(String sign, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "id != \"a" + i + "\"")
        .collect(Collectors.joining(sign, "Accelerator( ", " )"));
  }

  /** Each of them ended in an internal error, in a hang or in messages without a place. */
  static Stream<Arguments> oddRules() {
    return Stream.of(
        odd("brackets without end", "Accelerator( " + times("(", 50) + "1" + times(")", 50) + " )"),
        odd("brackets", "Accelerator( " + times("(", 5000) + "1" + times(")", 5000) + " )"),
        odd("many alternatives", alternatives(" || ", 3000)),
        odd("many conditions", alternatives(", ", 3000)),
        odd("deep Java", "", "", "int x = " + times("(", 5000) + "1" + times(")", 5000) + ";"),
        odd("long Java", "", "", "String x = " + times("\"a\" + ", 6000) + "1;"),
        odd("a pattern of text that is none", "Accelerator( id matches \"(\" )"),
        odd("a division at once", "Accelerator() eval( 1 / 0 == 1 )"),
        odd("an unknown string test", "Accelerator( id str[foo] \"x\" )"),
        odd("this of this", "Accelerator( this == this.this )"),
        odd("an escape that is none", "Accelerator( id == \"\\q\" )"),
        odd("an escape cut short", "Accelerator( id == \"\\u12\" )"),
        odd("a huge number", "Accelerator( id == 99999999999999999999999 )"),
        odd("a total of texts", "accumulate( Accelerator( $i : id ); $n : sum( $i ) )"),
        odd(
            "a total with code of its own",
            "$n : Number() from accumulate( Accelerator( $i : id ), init( int x = 0; ) action("
                + " x++; ) result( x ) )"),
        odd("a window", "Accelerator() over window:length( 10 )"),
        odd("a time", "$a : Accelerator() Accelerator( this after[ 0, 10s ] $a )"),
        odd("a query that calls itself", "q( \"a\"; )"),
        odd("mixed alternatives", "", "( $on : Party() or $on : Model() )", "insert( $on );"),
        head("@foo( bar = 1, baz = \"x\" )"),
        head("@severity( { \"low\", \"high\" } )"),
        head("@Propagation( FOO )"),
        head("@severity( 1 / 0 )"),
        head("@title( \"\\u00\" )"),
        head("enabled ( 1 / 0 == 1 )"),
        head("dialect \"python\""),
        head("timer ( int: 1s 1s )"),
        head("calendars \"weekday\""),
        head("date-effective \"2026-12-01\""),
        declared("declare A extends B end declare B extends A end"),
        declared("declare Foo extends Bar a : String end"),
        declared("import accumulate does.not.Exist foo"),
        declared("import accumulate java.lang.String foo"),
        declared("unit Foo"),
        declared("function int f( int a ) { return b; }"),
        Arguments.of("a package that is no name", "package int.class\nrule \"a/b\" when then end"),
        Arguments.of("a package of Java", "package java.lang\nrule \"a/b\" when then end"),
        Arguments.of("a rule without a name", "rule \"\" when then end"),
        Arguments.of("a quotation mark in a name", "rule \"a/b\\\"c\" when then end"),
        Arguments.of("a line break in a name", "rule \"a/b\nc\" when then end"),
        Arguments.of("nothing", ""),
        Arguments.of("a comment without end", HEAD + "/*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddRules")
  void oddDrlIsTakenOrRefusedWithItsPlace(String name, String drl) throws IOException {
    Files.writeString(rules.resolve("odd.drl"), drl);
    requireTakenOrRefused(name);
  }

  @Test
  void aDirectoryThatIsCalledAsAFileIsLookedInto() throws IOException {
    Files.createDirectories(rules.resolve("odd.drl"));
    Files.writeString(rules.resolve("odd.drl/own.drl"), HEAD);
    requireTakenOrRefused("a directory");
  }

  @Test
  void aFileThatCannotBeReadIsSaid() throws IOException {
    Files.createSymbolicLink(rules.resolve("odd.drl"), Path.of("nowhere"));
    Run run = Run.of("rules", "--rules", rules);
    assertThat(run.err()).isEqualTo(rules + "/odd.drl: cannot be read: it leads to no file\n");
    assertThat(run.code()).isEqualTo(5);
  }

  @Test
  void aLineOfManyMegabytesIsRead() throws IOException {
    Files.writeString(rules.resolve("odd.drl"), HEAD + "// " + "x".repeat(10_000_000));
    requireTakenOrRefused("a long line");
  }

  @Test
  void changedAnyhowBuiltInRulesAreTakenOrRefusedWithTheirPlace() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("rules"))) {
      files = all.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    }
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATED; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String drl = Files.readString(file);
      for (int changes = 1 + random.nextInt(3); changes > 0 && !drl.isEmpty(); changes--) {
        drl = changed(drl, random);
      }
      Files.writeString(rules.resolve("odd.drl"), drl, StandardCharsets.UTF_8);
      requireTakenOrRefused("change " + i + " of seed " + SEED + ", of " + file);
    }
  }

  private static String changed(String drl, Random random) {
    List<String> tokens =
        new ArrayList<>(TOKEN.matcher(drl).results().map(found -> found.group()).toList());
    int one = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(6)) {
      case 0 -> {
        return drl.substring(0, random.nextInt(drl.length()));
      }
      case 1 -> tokens.add(one, tokens.get(one));
      case 2 -> Collections.swap(tokens, one, other);
      case 3 -> tokens.remove(one);
      case 4 -> tokens.set(one, ODD.get(random.nextInt(ODD.size())));
      default -> tokens.add(one, " " + ODD.get(random.nextInt(ODD.size())) + " ");
    }
    return String.join("", tokens);
  }

  private void requireTakenOrRefused(String name) {
    for (Run run :
        List.of(
            Run.of("rules", "--rules", rules),
            Run.of("assess", "--show", "all", FACTS, "--rules", rules),
            Run.of("check", "--rules", rules),
            Run.of("fmt", "--check", rules))) {
      // Rules may be said to be useless, and files not to be formatted.
      assertThat(run.code()).as(name + run.err()).isIn(0, 1, 5);
      if (run.code() == 5) {
        assertThat(run.err().lines())
            .as(name)
            .isNotEmpty()
            .allMatch(
                line ->
                    line.matches(Pattern.quote(rules.toString()) + "(/.*\\.drl:\\d+:\\d+)?: .*"))
            .noneMatch(line -> line.contains("\tat ") || line.contains("Exception:"));
      }
    }
  }
}
