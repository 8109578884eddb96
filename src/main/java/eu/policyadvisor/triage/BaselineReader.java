package eu.policyadvisor.triage;

import eu.policyadvisor.advice.Triage.Kind;
import eu.policyadvisor.advice.Triage.Known;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.triage.Baseline.Earlier;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the report of an earlier run, be it JSON or JSON Lines, one assessment at a time.
 *
 * <p>A report that was itself compared with a baseline holds what did not change as well.
 */
public final class BaselineReader {
  /** A tree is read where it stands, and others follow. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final String EXPECTED =
      "; a baseline is a report as --format json or jsonl writes it";

  private final String label;
  private final List<Earlier> earlier = new ArrayList<>();

  private BaselineReader(String label) {
    this.label = label;
  }

  /**
   * Reads a report.
   *
   * @param label the file as the user named it
   * @param in the report; not closed
   * @param inputs the files that are assessed now
   * @return empty when it is no report, with what is wrong
   * @throws IOException if the stream cannot be read
   */
  public static Checked<Optional<Baseline>> read(String label, InputStream in, Set<String> inputs)
      throws IOException {
    BaselineReader reader = new BaselineReader(label);
    // Read here, so that a fault of the stream is told from one of the text.
    byte[] bytes = in.readAllBytes();
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      reader.documents(parser);
      return new Checked<>(Optional.of(new Baseline(label, reader.earlier, inputs)), List.of());
    } catch (NotAReport e) {
      return new Checked<>(Optional.empty(), List.of(e.problem));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      Problem problem =
          at == null || at.getLineNr() < 1
              ? new Problem(label, 0, 0, "is not JSON" + EXPECTED)
              : new Problem(
                  label,
                  at.getLineNr(),
                  Math.max(1, at.getColumnNr()),
                  "is not valid JSON here" + EXPECTED);
      return new Checked<>(Optional.empty(), List.of(problem));
    }
  }

  private void documents(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw wrong(parser, "is empty");
    }
    do {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw wrong(parser, "holds no assessments");
      }
      document(parser);
    } while (parser.nextToken() != null);
  }

  private void document(JsonParser parser) {
    ObjectNode own = MAPPER.createObjectNode();
    boolean many = false;
    TokenStreamLocation start = parser.currentTokenLocation();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("assessments") && parser.currentToken() == JsonToken.START_ARRAY) {
        many = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          TokenStreamLocation at = parser.currentTokenLocation();
          assessment(MAPPER.readTree(parser), null, at);
        }
      } else if (name.equals("runs")) {
        throw wrong(parser, "is SARIF, which holds no recommendations");
      } else {
        own.set(name, MAPPER.readTree(parser));
      }
    }
    if (!many) {
      assessment(own, own.path("file").asStringOpt().orElse(null), start);
    }
  }

  private void assessment(JsonNode assessment, @Nullable String file, TokenStreamLocation at) {
    Optional<String> subject = assessment.path("subject").path("id").asStringOpt();
    if (subject.isEmpty()) {
      throw wrong(at, "holds no assessment of a subject");
    }
    Conclusions conclusions = new Conclusions(file, at);
    for (JsonNode finding : assessment.path("findings")) {
      conclusions.add(Kind.FINDING, finding, finding.path("on"));
    }
    for (JsonNode advised : assessment.path("recommendations")) {
      conclusions.add(Kind.RECOMMENDATION, advised, advised.path("on"));
    }
    for (JsonNode known : assessment.path("baseline").path("unchanged")) {
      boolean isFinding = "finding".equals(known.path("kind").asStringOpt().orElse(""));
      conclusions.add(isFinding ? Kind.FINDING : Kind.RECOMMENDATION, known, known);
    }
    earlier.add(
        new Earlier(
            subject.get(),
            conclusions.file,
            assessment.path("title").asStringOpt().orElse(null),
            conclusions.known));
  }

  /** What one assessment concludes, and the file of its facts as far as it is told. */
  private final class Conclusions {
    private final TokenStreamLocation at;
    private final List<Known> known = new ArrayList<>();
    private @Nullable String file;

    Conclusions(@Nullable String file, TokenStreamLocation at) {
      this.file = file;
      this.at = at;
    }

    void add(Kind kind, JsonNode conclusion, JsonNode on) {
      Optional<String> fingerprint = conclusion.path("fingerprint").asStringOpt();
      if (fingerprint.isEmpty()) {
        throw wrong(
            at,
            "holds findings without fingerprints, as earlier versions wrote them; write it anew");
      }
      if (file == null) {
        file = on.path("file").asStringOpt().orElse(null);
      }
      known.add(
          new Known(
              kind,
              conclusion.path("rule").asStringOpt().orElse(""),
              on.isObject() && on.has("id")
                  ? on.path("id").asStringOpt().orElse("")
                  : on.path("on").asStringOpt().orElse(""),
              fingerprint.get()));
    }
  }

  private NotAReport wrong(JsonParser parser, String what) {
    return wrong(parser.currentTokenLocation(), what);
  }

  private NotAReport wrong(TokenStreamLocation at, String what) {
    boolean nowhere = at.getLineNr() < 1;
    return new NotAReport(
        new Problem(
            label,
            nowhere ? 0 : at.getLineNr(),
            nowhere ? 0 : Math.max(1, at.getColumnNr()),
            what + EXPECTED));
  }

  private static final class NotAReport extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    NotAReport(Problem problem) {
      super(problem.toString(), null, false, false);
      this.problem = problem;
    }
  }
}
