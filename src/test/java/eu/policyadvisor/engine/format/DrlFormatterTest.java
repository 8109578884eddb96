package eu.policyadvisor.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.Seed;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Seed.class)
class DrlFormatterTest {
  private static final int SEEDS = 5;
  private static final Pattern COMMENT =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|//[^\\r\\n]*|(?s:/\\*.*?\\*/)");

  @ParameterizedTest
  @MethodSource("shipped")
  void leavesTheShippedRulesAsTheyAre(Path file) {
    assertThat(format(read(file))).isEqualTo(read(file));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void givesBackTheShippedTextWhateverItsSpaces(Path file) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(format(Mangled.spaced(read(file), Seed.of(seed))))
          .as("seed %d", seed)
          .isEqualTo(read(file));
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void keepsMeaningAndCommentsWhereverLinesAreBroken(Path file) {
    String drl = read(file);
    String meaning = meaning(drl);
    for (int seed = 0; seed < SEEDS; seed++) {
      String mangled = Mangled.wildly(drl, Seed.of(seed));
      String formatted = format(mangled);
      assertThat(meaning(formatted)).as("seed %d", seed).isEqualTo(meaning);
      assertThat(comments(formatted)).as("seed %d", seed).isEqualTo(comments(drl));
      assertThat(format(formatted)).as("seed %d, formatted again", seed).isEqualTo(formatted);
    }
  }

  /** The parser lets it pass; without the check, a search for its end ran out of tokens. */
  @Test
  void refusesABracketThatIsNotClosed() {
    String drl =
        "package x;\n\nrule \"a/b\"\n    @urgency(1}1\"medium\") @strength(\"may\")\n"
            + "when\n    Finding()\nthen\n    a();\nend\n";
    assertThatThrownBy(() -> format(drl))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining(":4:13: '(' has no other half");
  }

  @Test
  void findsCommentsInMostOfTheShippedRules() {
    assertThat(shipped())
        .filteredOn(file -> !comments(read(file)).isEmpty())
        .hasSizeGreaterThan(shipped().size() / 2);
  }

  @Test
  void laysOutARuleThatStandsOnOneLine() {
    assertThat(
            format(
                "package a.b;import b.C;import a.B;rule \"x/y\" @kind(\"finding\") @title( \"T\" )"
                    + " @keyPoints(\"1\") @layer(\"chips\") date-effective \"01-Jan-2025\""
                    + " when Parameter(name==\"a (b)\",$limit:value) not ( C(x==1)and D(y>-2) )"
                    + " $c:C(x in(1,2),(y||z!=null)&&a>$limit*(b+1),f(p)==q.size())"
                    + " accumulate(D($p:p);$t:sum($p)) exists D()"
                    + " then insertLogical(new Finding(drools.getRule().getName(),$c)); end"))
        .isEqualTo(
            """
            package a.b

            import a.B
            import b.C

            rule "x/y"
                @kind("finding")
                @title("T")
                @keyPoints("1") @layer("chips")
                date-effective "01-Jan-2025"
            when
                Parameter( name == "a (b)", $limit : value )
                not ( C( x == 1 ) and D( y > -2 ) )
                $c : C( x in (1, 2), ( y || z != null ) && a > $limit * (b + 1), f( p ) == q.size() )
                accumulate( D( $p : p ); $t : sum( $p ) )
                exists D()
            then
                insertLogical( new Finding( drools.getRule().getName(), $c ) );
            end
            """);
  }

  @Test
  void breaksWhatIsTooWideWhereItIsBestBroken() {
    String value = "\"" + "v".repeat(50) + "\"";
    assertThat(
            format(
                ("rule x when A( b == V, c in (V, V, V), d == V || e == V, f == V && g == V ||"
                        + " h == V ) B() or C( i == V, j == V, k == V ) then end")
                    .replace("V", value)))
        .isEqualTo(
            """
            rule x
            when
                A( b == V,
                   c in (V, V,
                         V),
                   d == V || e == V,
                   f == V && g == V
                   || h == V )
                B()
                    or C( i == V, j == V,
                          k == V )
            then
            end
            """
                .replace("V", value));
  }

  @Test
  void keepsCommentsWhereTheyStand() {
    String drl =
        """
        // The file.

        package a // its package

        import a.A
        // What it is for.
        import a.B // why

        /* A block
             of its own */

        // The rule.
        rule "x" // its id
            @kind("finding") // its kind
            // A date.
            date-effective "01-Jan-2025"
        when // all of
            // The first.
            A( x == 1, // one
               /* two */ y == 2,
               // the last
               z == 3 ) // done
            /* led */ B()
            // Nothing more.
        then // so
            // Say it.
            insert( new C() ); // said
            /* Or not. */
        end // of it

        // The end.
        """;
    assertThat(format(drl)).isEqualTo(drl);
  }

  @Test
  void movesACommentWithItsImport() {
    assertThat(
            format(
                "package a\n\n"
                    + "import a.B\n"
                    + "// Of C.\n"
                    + "import a.A // why\n"
                    + "import function a.A.f\n"
                    + "import a.C"))
        .isEqualTo(
            "package a\n\n"
                + "// Of C.\n"
                + "import a.A // why\n"
                + "import a.B\n"
                + "import a.C\n"
                + "import function a.A.f\n");
  }

  @Test
  void leavesAnImportWithACommentInItAsItIs() {
    String drl = "import /* of */ a.C\nimport b./* or */B\n\nimport a.A\nimport a.D\n";
    assertThat(format(drl.replace("A\nimport a.D", "D\nimport a.A"))).isEqualTo(drl);
  }

  @Test
  void leavesFunctionsQueriesDeclarationsAndJavaAsTheyAre() {
    String drl =
        """
        package a

        global java.util.List<String> list

        declare Person
          name : String @key
        end

        function int twice(int  x) {
          return 2*x; // if (x<1)
        }

        query "named"( String $n )
          Person( name==$n )
        end

        rule "x"
            salience 10
            no-loop
        when
            $p : Person( name != null, this after[0s, 10s] $q ) over window:time( 1m ) from entry-point "s"
            String() from $p.getNames()
            ?named( "a"; )
            $q : /persons[age > 18, name == "x"]/address[city == "y"]
            forall( $a : A( x > 1 ) B( this == $a ) )
            $l : ArrayList( size > 1 ) from collect( A() )
            if ( $p.age > 1 ) do[adult] else do[child]
            Map( this["k"] == -1, $l : get( new ArrayList<String>() ) )
        then
            end.foo();
            for (int i=0; i<3; i++) {
              list.add("a" + 'b');
            }
        then[adult]
          foo( );
        then[child]
          bar();
        end
        """;
    assertThat(format(drl.replace(";\n", ";  \n").replace("\n", "\r\n"))).isEqualTo(drl);
  }

  @Test
  void saysWhereAFileDoesNotParse() {
    assertThatThrownBy(() -> format("package a\n\nrule \"x\"\nwhen\n    A( b = )\nthen\nend\n"))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageMatching("(?s)a\\.drl:5:\\d+: .*");
  }

  @Test
  void noticesAChangeOfMeaning() {
    String drl = "rule x @a(\"b\") when A( b > 1, c == \"d  e\" ) then insert( 1 ); end";
    assertThat(
            Stream.of(
                drl.replace("> 1", ">= 1"),
                drl.replace("d  e", "d e"),
                drl.replace("\"b\"", "\"c\""),
                drl.replace("( 1 )", "( 2 )"),
                drl.replace("when", "salience 1 when"),
                drl.replace("b > 1, c", "b > 1 && c")))
        .allSatisfy(changed -> assertThat(meaning(changed)).isNotEqualTo(meaning(drl)));
  }

  static List<Path> shipped() {
    try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
      return paths.filter(path -> path.toString().endsWith(".drl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String format(String drl) {
    return DrlFormatter.format("a.drl", drl);
  }

  private static String meaning(String drl) {
    return DrlMeaning.of(DrlFormatter.parse("a.drl", drl).parsed());
  }

  /** What begins with a slash outside of quotes, as a reader finds it. */
  private static List<String> comments(String drl) {
    return COMMENT
        .matcher(drl)
        .results()
        .map(MatchResult::group)
        .filter(each -> each.startsWith("/"))
        .map(each -> each.lines().map(String::stripTrailing).collect(Collectors.joining("\n")))
        .sorted()
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
