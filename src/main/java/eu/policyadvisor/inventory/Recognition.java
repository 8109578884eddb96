package eu.policyadvisor.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells by its content, never by its name, whether a file is an inventory, and of which form. */
public final class Recognition {
  /** So much of a file tells what it is, unless it is JSON. */
  private static final int HEAD = 1 << 16;

  private static final Set<String> CARD_KEYS =
      Set.of(
          "license",
          "license_name",
          "language",
          "library_name",
          "pipeline_tag",
          "tags",
          "base_model",
          "datasets",
          "metrics",
          "model-index",
          "model_name",
          "widget",
          "inference",
          "extra_gated_prompt");

  private Recognition() {}

  /**
   * What a file is; empty for one that is no inventory, such as a fact file.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<InventoryForm> of(Path file) throws IOException {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = head(in.readNBytes(HEAD));
    }
    if (!head.startsWith("{")) {
      return ofText(head);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ofJson(in);
    }
  }

  /**
   * Whether a file is an inventory for certain; other XML than CycloneDX is none here.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isInventory(Path file) throws IOException {
    Optional<InventoryForm> form = of(file);
    if (form.filter(InventoryForm.CYCLONEDX_XML::equals).isEmpty()) {
      return form.isPresent();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return head(in.readNBytes(HEAD)).contains("cyclonedx.org/schema/bom");
    }
  }

  /** What a text is that stands in memory. */
  public static Optional<InventoryForm> of(byte[] text) {
    String head = head(text.length <= HEAD ? text : Arrays.copyOf(text, HEAD));
    return head.startsWith("{") ? ofJson(new ByteArrayInputStream(text)) : ofText(head);
  }

  /**
   * The keys at the top of a JSON object.
   *
   * @param text its beginning; where it is no JSON, or ends before the object does, the keys up to
   *     there
   */
  public static Set<String> keys(byte[] text) {
    Set<String> keys = new HashSet<>();
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), new ByteArrayInputStream(text))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      return keys;
    }
    return keys;
  }

  private static String head(byte[] bytes) {
    String head = new String(bytes, StandardCharsets.UTF_8);
    return (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
  }

  private static Optional<InventoryForm> ofText(String head) {
    if (head.startsWith("<")) {
      return Optional.of(InventoryForm.CYCLONEDX_XML);
    }
    boolean card = false;
    boolean version = false;
    boolean kind = false;
    List<String> lines = head.lines().toList();
    boolean front = !lines.isEmpty() && lines.get(0).strip().equals("---");
    for (int i = front ? 1 : 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String key = key(line);
      if (key.equals("subject")) {
        return Optional.empty();
      }
      version |= key.equals("apiVersion");
      kind |= key.equals("kind");
      card |= front && CARD_KEYS.contains(key);
      if (front && line.stripTrailing().equals("---")) {
        if (card && !version) {
          return Optional.of(InventoryForm.MODEL_CARD);
        }
        front = false;
      }
    }
    return version && kind ? Optional.of(InventoryForm.KUBERNETES) : Optional.empty();
  }

  /** The key that a line begins with, where it is not indented. */
  private static String key(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && Character.isLetter(line.charAt(0))
        ? line.substring(0, colon).stripTrailing()
        : "";
  }

  private static Optional<InventoryForm> ofJson(InputStream in) {
    boolean kind = false;
    boolean version = false;
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        InventoryForm form = form(key, parser);
        if (form != null || key.equals("subject")) {
          return Optional.ofNullable(form);
        }
        kind |= key.equals("kind");
        version |= key.equals("apiVersion");
        if (kind && version) {
          return Optional.of(InventoryForm.KUBERNETES);
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      // No JSON, or not to its end: what reads it as facts says where.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static @Nullable InventoryForm form(String key, JsonParser parser) {
    return switch (key) {
      case "bomFormat" -> InventoryForm.CYCLONEDX_JSON;
      case "$schema" ->
          parser.getString().contains("cyclonedx.org") ? InventoryForm.CYCLONEDX_JSON : null;
      case "@graph" -> InventoryForm.SPDX;
      case "@context" ->
          parser.currentToken() == JsonToken.VALUE_STRING && parser.getString().contains("spdx.org")
              ? InventoryForm.SPDX
              : null;
      case "spdxVersion" -> InventoryForm.SPDX_2;
      case "architectures", "model_type", "transformers_version" ->
          InventoryForm.MODEL_CONFIGURATION;
      default -> null;
    };
  }
}
