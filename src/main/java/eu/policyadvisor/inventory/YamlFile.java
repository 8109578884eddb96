package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inventory in YAML: manifests of Kubernetes, or what stands before the text of a model card.
 */
final class YamlFile {
  /**
   * What the templates of Helm and of Jinja look like; other programs, such as Argo, use braces in
   * manifests that are whole.
   */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(?m)^[ \\t]*\\{\\{|^[ \\t]*\\{%|\\{\\{-|-\\}\\}"
              + "|\\{\\{\\s*(\\.(Values|Release|Chart|Capabilities|Files|Template)\\b"
              + "|(if|else|end|range|with|include|template|define|block|tpl|toYaml|default|quote"
              + "|required|printf)\\b)");

  private final Intake intake;
  private final byte[] bytes;
  private final String text;

  private YamlFile(Intake intake, byte[] bytes) {
    this.intake = intake;
    this.bytes = bytes;
    this.text = withoutMark(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Reads a file; the reader of YAML refuses one that is too large. */
  static YamlFile of(Intake intake, InputStream in) throws IOException {
    return new YamlFile(intake, in.readNBytes(YamlReader.MAX_BYTES + 1));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Makes facts of manifests. */
  void manifests() throws IOException, Malformed {
    Matcher template = TEMPLATE.matcher(text);
    if (template.find()) {
      Place at = new Offsets(text).place(template.start() + leadingBlanks(template.group()));
      throw new Malformed(
          at,
          "is a template, not a manifest: '%s'; render it first, such as with helm template"
              .formatted(
                  StatedText.clean(
                      text.substring(template.start()).lines().findFirst().orElse(""))));
    }
    YamlTree tree = new YamlTree(text);
    Kubernetes kubernetes = new Kubernetes(intake, tree);
    for (Node document : documents(bytes)) {
      kubernetes.document(tree.of(document, Pointer.ROOT));
    }
  }

  private static int leadingBlanks(String found) {
    return found.length() - found.stripLeading().length();
  }

  private List<Node> documents(byte[] yaml) throws IOException, Malformed {
    Checked<List<Node>> read = YamlReader.read(intake.file(), new ByteArrayInputStream(yaml));
    Malformed last = new Malformed(Place.NONE, "holds nothing; it needs at least a document");
    for (Problem problem : read.problems()) {
      Place at = new Place(problem.line(), problem.column());
      intake.problems().add(at, problem.message());
      last = new Malformed(at, problem.message());
    }
    if (read.value().isEmpty()) {
      throw last;
    }
    return read.value();
  }

  /** Makes facts of a model card. */
  void card() throws IOException, Malformed {
    String start = "---";
    int first = text.indexOf(start);
    Matcher end = Pattern.compile("(?m)^---[ \\t]*$").matcher(text);
    if (!end.find(Math.min(text.length(), first + start.length()))) {
      throw new Malformed(
          Place.NONE, "has no second line of --- that ends what is before the text");
    }
    String front = text.substring(0, end.start());
    YamlTree tree = new YamlTree(text);
    Node document = documents(front.getBytes(StandardCharsets.UTF_8)).get(0);
    if (!(tree.of(document, Pointer.ROOT) instanceof Tree.Fields card)) {
      throw new Malformed(document.at(), "what stands before the text must be keys with values");
    }
    new HuggingFace(intake).card(card, title(end.end()));
  }

  /** The first heading of the text. */
  private Optional<Tree.Text> title(int from) {
    Matcher heading = Pattern.compile("(?m)^# +(?<title>\\S.*)$").matcher(text);
    if (!heading.find(from)) {
      return Optional.empty();
    }
    Place at = new Offsets(text).place(heading.start("title"));
    String title = heading.group("title");
    while (title.endsWith(" ") || title.endsWith("\t") || title.endsWith("#")) {
      title = title.substring(0, title.length() - 1);
    }
    return StatedText.says(title)
        ? Optional.of(
            new Tree.Text(
                title, title, Pointer.ROOT.child("title"), Span.of(at.line(), at.column(), title)))
        : Optional.empty();
  }
}
