package eu.policyadvisor.engine;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.drl.RuleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A knowledge base of nothing but short rules, of which a test gives only what it is about. */
public final class RuleSketches {
  private static final String HEAD =
      """
      package sketches

      import eu.policyadvisor.fact.*
      import eu.policyadvisor.finding.*
      import eu.policyadvisor.rule.Severity

      """;

  private final StringBuilder drl = new StringBuilder(HEAD);

  /** A rule that finds something about the subject when the conditions are met. */
  public RuleSketches finding(String id, String conditions) {
    return rule(
        id,
        "@kind(\"finding\") @severity(\"low\")",
        conditions,
        "new Finding( drools.getRule().getName(), $on )");
  }

  /** A rule that concludes a concept, which other rules may ask for. */
  public RuleSketches concept(String id, String conditions, String concept) {
    return rule(id, "@kind(\"concept\")", conditions, concept);
  }

  private RuleSketches rule(String id, String kind, String conditions, String conclusion) {
    drl.append(
        """
        rule "%s"
            %s
            @title("Sketch") @summary("Tries the reading of conditions.")
            @keyPoints("1") @layer("talent") @confidence(0.5) @cites("crma Art. 5(1)")
        when
            $on : Subject()
            %s
        then
            insertLogical( %s );
        end

        """
            .formatted(id, kind, conditions, conclusion));
    return this;
  }

  /** An advisor that knows these rules and no others. */
  public Advisor in(Path directory) throws IOException {
    // Parameters make a directory a whole knowledge base.
    Files.writeString(directory.resolve(RuleDirectory.PARAMETERS), "parameters: []\n");
    Files.writeString(directory.resolve("sketches.drl"), drl);
    return Advisor.standard().withRules(directory);
  }

  /** An id for the rule in one place of a list. */
  public static String id(int place) {
    return String.format(Locale.ROOT, "sketch/%02d", place);
  }
}
