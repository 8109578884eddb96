package eu.policyadvisor.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the models that the arguments and the environment of a container name, as the common model
 * servers take them.
 */
final class ModelArguments {
  /** Programs that serve models, by what their images and commands are called. */
  private static final Set<String> SERVERS = Set.copyOf(Words.of("model.servers"));

  /** Options that name a model whatever the program. */
  private static final Set<String> OPTIONS = Set.copyOf(Words.of("model.options"));

  private static final Set<String> VARIABLES =
      Set.of("MODEL_ID", "HF_MODEL_ID", "OLLAMA_MODEL", "VLLM_MODEL");
  private static final Set<String> VAGUE_VARIABLES = Set.of("MODEL", "MODEL_NAME", "MODEL_PATH");

  /** Options of one server only, that would mean anything to another program. */
  private static final Set<String> SHORT_OPTIONS = Set.of("--model", "-hf", "-hfr", "--hf-repo");

  /** Images that start {@code vllm serve}, so that arguments begin with the model. */
  private static final Pattern SERVING_IMAGE = Pattern.compile("^(.*/)?vllm-openai([:@].*)?");

  private static final Pattern REFERENCE =
      Pattern.compile("\\$(\\((?<a>\\w+)\\)|\\{(?<b>\\w+)\\}|(?<c>\\w+))");

  private final YamlTree yaml;
  private final Intake intake;
  private final Map<String, Tree.Text> environment = new HashMap<>();
  private final List<Named> named = new ArrayList<>();

  ModelArguments(YamlTree yaml, Intake intake) {
    this.yaml = yaml;
    this.intake = intake;
  }

  /**
   * A model that is named.
   *
   * @param name its name: {@code publisher/name}, a path, or what the server calls it
   * @param at where that stands
   */
  record Named(String name, Tree.Text at) {}

  /** A word of a command, and the value that it stands in. */
  private record Word(String text, Tree.Text in) {}

  List<Named> of(Tree.Fields container) {
    List<Word> words =
        Stream.of("command", "args")
            .flatMap(key -> container.all(key).stream())
            .filter(Tree.Text.class::isInstance)
            .map(Tree.Text.class::cast)
            .flatMap(text -> words(text).stream())
            .toList();
    boolean server =
        Stream.concat(
                container.text("image").map(Tree.Text::text).stream(),
                words.stream().map(Word::text))
            .map(text -> text.toLowerCase(Locale.ROOT))
            .anyMatch(text -> SERVERS.stream().anyMatch(text::contains));
    for (Tree.Fields variable : container.each("env")) {
      variable
          .text("name")
          .ifPresent(
              name ->
                  variable.text("value").ifPresent(value -> environment.put(name.text(), value)));
    }
    first(container, words);
    for (int i = 0; i < words.size(); i++) {
      argument(words, i, server);
    }
    container.each("env").forEach(variable -> variable(variable, server));
    for (String key : List.of("storageUri", "modelUri")) {
      container.text(key).ifPresent(uri -> add(uri.text(), uri));
    }
    return named;
  }

  /** A shell takes a command as one text. */
  private static List<Word> words(Tree.Text text) {
    return Stream.of(text.text().split("[\\s\"';&|]+", -1))
        .filter(word -> !word.isEmpty() && !word.equals("\\"))
        .map(word -> new Word(word, text))
        .toList();
  }

  /** The first argument of an image that serves what it names. */
  private void first(Tree.Fields container, List<Word> words) {
    boolean serving =
        container
                .text("image")
                .filter(each -> SERVING_IMAGE.matcher(each.text()).matches())
                .isPresent()
            && container.entry("command").isEmpty();
    if (serving && !words.isEmpty()) {
      int at = words.get(0).text.equals("serve") ? 1 : 0;
      words.stream()
          .skip(at)
          .limit(1)
          .filter(word -> !word.text.startsWith("-"))
          .forEach(word -> add(word.text, word.in));
    }
  }

  private void argument(List<Word> words, int at, boolean server) {
    Word word = words.get(at);
    int equals = word.text.indexOf('=');
    String option = equals < 0 ? word.text : word.text.substring(0, equals);
    boolean last = at + 1 == words.size();
    if (OPTIONS.contains(option) || SHORT_OPTIONS.contains(option)) {
      String value =
          equals >= 0 ? word.text.substring(equals + 1) : last ? "" : words.get(at + 1).text;
      Tree.Text in = equals >= 0 || last ? word.in : words.get(at + 1).in;
      boolean sure = OPTIONS.contains(option) || server;
      if (sure || option.equals("--model") && isPublished(value)) {
        add(value, in);
      }
    } else if (at > 0 && !last && isVerb(words.get(at - 1).text, word.text)) {
      Word value = words.get(at + 1);
      add(value.text, value.in);
    }
  }

  /** {@code vllm serve}, {@code ollama run} and {@code ollama pull} take the model as it is. */
  private static boolean isVerb(String program, String verb) {
    return program.endsWith("vllm") && verb.equals("serve")
        || program.endsWith("ollama") && (verb.equals("run") || verb.equals("pull"));
  }

  private static boolean isPublished(String value) {
    return value.matches("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
  }

  private void variable(Tree.Fields variable, boolean server) {
    String name = variable.text("name").map(Tree.Text::text).orElse("");
    variable
        .text("value")
        .filter(
            value ->
                VARIABLES.contains(name)
                    || VAGUE_VARIABLES.contains(name) && (server || isPublished(value.text())))
        .ifPresent(value -> add(value.text(), value));
  }

  private void add(String value, Tree.Text in) {
    Matcher reference = REFERENCE.matcher(value);
    if (reference.matches()) {
      Tree.Text set =
          Stream.of("a", "b", "c")
              .map(reference::group)
              .filter(Objects::nonNull)
              .map(environment::get)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (set != null && !set.text().startsWith("$")) {
        add(set.text(), set);
        return;
      }
    }
    if (value.contains("$") && !value.contains("{{")) {
      intake.remark(
          yaml.piece(in, value),
          "model '%s': a variable that is not set here: no fact is made of it"
              .formatted(StatedText.clean(value)));
      return;
    }
    String name = value.startsWith("hf://") ? value.substring("hf://".length()) : value;
    if (StatedText.says(name)
        && !name.startsWith("-")
        && !name.contains("{{")
        && name.codePoints().anyMatch(Character::isLetter)) {
      named.add(new Named(name, yaml.piece(in, name)));
    }
  }
}
