package eu.policyadvisor.cli.io;

import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.screening.ListFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a file reads as, by its content; rules by their name. */
enum FileKind {
  FACTS("a fact file"),
  INVENTORY("an inventory"),
  LIST("a screening list"),
  RULES("a file of rules"),
  WAIVERS("a file of waivers"),
  CONFIRMATIONS("a file of confirmations"),
  OTHER("");

  /** So much of a file tells what it is. */
  private static final int HEAD = 1 << 20;

  private static final Set<String> OF_RULES =
      Set.of("parameters", "cases", "groups", "terms", "instruments");

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** Such as {@code a fact file}. */
  String words() {
    return words;
  }

  /**
   * What a regular file reads as.
   *
   * @throws IOException if it cannot be read
   */
  static FileKind of(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".drl")) {
      return RULES;
    } else if (Recognition.isInventory(file)) {
      return INVENTORY;
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String text = new String(head, StandardCharsets.UTF_8);
    if (ListFormat.isList(text)) {
      return LIST;
    }
    return of(text.stripLeading().startsWith("{") ? Recognition.keys(head) : ofYaml(text));
  }

  /** By the keys at the top; a report says of its subject what was concluded. */
  private static FileKind of(Set<String> keys) {
    if (keys.contains("subject")) {
      return keys.contains("stance") ? OTHER : FACTS;
    } else if (keys.contains("waivers")) {
      return WAIVERS;
    } else if (keys.contains("confirmations")) {
      return CONFIRMATIONS;
    } else if (keys.contains(ListFormat.DATE_OF_CSL)) {
      return LIST;
    }
    return keys.stream().anyMatch(OF_RULES::contains) ? RULES : OTHER;
  }

  private static Set<String> ofYaml(String text) {
    Set<String> keys = new HashSet<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0 && Character.isLetter(line.charAt(0))) {
        keys.add(line.substring(0, colon).stripTrailing());
      }
    }
    return keys;
  }
}
