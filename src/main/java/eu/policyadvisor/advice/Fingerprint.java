package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Finding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tells a conclusion from others over time: its rule, the subject, the fact it is about, how
 * grave it is, and every value it rests on.
 *
 * <p>Where files stand and how they are laid out makes no difference, nor does the order of facts.
 * Another fact, or another value, does: a new instance of an old rule is new.
 */
public final class Fingerprint {
  /** How many hexadecimal digits it has. */
  public static final int DIGITS = 32;

  private Fingerprint() {}

  /** The fingerprint of a conclusion about a fact set, in hexadecimal digits. */
  public static String of(FactSet facts, Reasoned<?> conclusion) {
    MessageDigest digest = sha256();
    put(conclusion.card().id(), digest);
    put(facts.subject().id(), digest);
    put(conclusion.conclusion().on().id(), digest);
    put(gravity(conclusion), digest);
    SortedSet<String> values = new TreeSet<>();
    Evidence.of(conclusion).forEach(each -> values.add(value(each.fact(), each.field())));
    values.forEach(each -> put(each, digest));
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static String gravity(Reasoned<?> conclusion) {
    return conclusion.conclusion() instanceof Finding finding
        ? Names.inFile(Assessment.gravity(finding, conclusion.card()))
        : "";
  }

  private static String value(Fact fact, String field) {
    Object value = fact.value(field);
    return fact.id() + " " + field + " " + (value == null ? "?" : "=" + text(value));
  }

  /** The same text for the same value, however it is written. */
  private static String text(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(Fingerprint::text).sorted().toList().toString();
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> String.valueOf(entry.getKey()),
                  entry -> text(entry.getValue()),
                  (one, other) -> one,
                  TreeMap::new))
          .toString();
    } else if (value instanceof Fact fact) {
      return fact.id();
    } else if (value instanceof Enum<?> constant) {
      return Names.inFile(constant);
    }
    return String.valueOf(value);
  }

  /** With its length before it, so that no two lists of texts are one. */
  private static void put(String text, MessageDigest digest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
