package eu.policyadvisor.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the models that the arguments and the environment of a container name, as the common model
 * servers take them.
 */
final class ModelArguments {
  /** Programs that serve models, by what their images and commands are called. */
  private static final Set<String> SERVERS =
      Set.of(
          "vllm",
          "sglang",
          "text-generation",
          "tgi",
          "ollama",
          "lmdeploy",
          "llama-server",
          "llama.cpp",
          "mindie",
          "huggingfaceserver",
          "tritonserver",
          "tensorrt");

  /** Options that name a model whatever the program. */
  private static final Set<String> OPTIONS =
      Set.of(
          "--model-id",
          "--model_id",
          "--model-path",
          "--model-name-or-path",
          "--model_name_or_path");

  private static final Set<String> VARIABLES =
      Set.of("MODEL_ID", "HF_MODEL_ID", "OLLAMA_MODEL", "VLLM_MODEL");
  private static final Set<String> VAGUE_VARIABLES = Set.of("MODEL", "MODEL_NAME", "MODEL_PATH");

  private final YamlTree yaml;

  ModelArguments(YamlTree yaml) {
    this.yaml = yaml;
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
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      argument(words, i, server, named);
    }
    container.each("env").forEach(variable -> variable(variable, server, named));
    for (String key : List.of("storageUri", "modelUri")) {
      container.text(key).ifPresent(uri -> add(uri.text(), uri, named));
    }
    return named;
  }

  /** A shell takes a command as one text. */
  private static List<Word> words(Tree.Text text) {
    return Stream.of(text.text().split("[\\s\"';&|]+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> new Word(word, text))
        .toList();
  }

  private void argument(List<Word> words, int at, boolean server, List<Named> named) {
    Word word = words.get(at);
    int equals = word.text.indexOf('=');
    String option = equals < 0 ? word.text : word.text.substring(0, equals);
    boolean last = at + 1 == words.size();
    if (OPTIONS.contains(option) || option.equals("--model")) {
      String value =
          equals >= 0 ? word.text.substring(equals + 1) : last ? "" : words.get(at + 1).text;
      Tree.Text in = equals >= 0 || last ? word.in : words.get(at + 1).in;
      if (!option.equals("--model") || server || isPublished(value)) {
        add(value, in, named);
      }
    } else if (at > 0 && !last && isVerb(words.get(at - 1).text, word.text)) {
      Word value = words.get(at + 1);
      add(value.text, value.in, named);
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

  private void variable(Tree.Fields variable, boolean server, List<Named> named) {
    String name = variable.text("name").map(Tree.Text::text).orElse("");
    variable
        .text("value")
        .filter(
            value ->
                VARIABLES.contains(name)
                    || VAGUE_VARIABLES.contains(name) && (server || isPublished(value.text())))
        .ifPresent(value -> add(value.text(), value, named));
  }

  private void add(String value, Tree.Text in, List<Named> named) {
    String name = value.startsWith("hf://") ? value.substring("hf://".length()) : value;
    if (Wording.says(name)
        && !name.startsWith("-")
        && !name.startsWith("$")
        && !name.contains("{{")) {
      named.add(new Named(name, yaml.piece(in, name)));
    }
  }
}
