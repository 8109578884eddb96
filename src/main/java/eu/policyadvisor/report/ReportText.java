package eu.policyadvisor.report;

import eu.policyadvisor.rule.KnowledgeBase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text of one report, piece by piece: puts entries between its head and its tail.
 *
 * <p>An entry that is blank begins the report and separates nothing.
 */
public final class ReportText {
  private final Report report;
  private final Supplier<KnowledgeBase> knowledge;
  private final @Nullable MessageDigest digest;
  private boolean begun;
  private boolean filled;

  /**
   * A report of which nothing is written yet.
   *
   * @param report its form
   * @param knowledge the rules behind it; not asked for before something is written
   */
  public ReportText(Report report, Supplier<KnowledgeBase> knowledge) {
    this.report = report;
    this.knowledge = knowledge;
    this.digest = report.isWhole() ? NamedUuid.digest("SHA-256") : null;
  }

  /** Goes on with a report of which something is written. */
  public ReportText begun() {
    begun = true;
    filled = true;
    return this;
  }

  /** What is to be written for the next entry; empty for one that is empty. */
  public String next(String entry) {
    if (entry.isEmpty()) {
      return "";
    }
    String text = begun ? "" : report.head(knowledge.get());
    if (!entry.isBlank()) {
      text += filled ? report.between() : "";
      filled = true;
    }
    begun = true;
    return noted(text + entry);
  }

  /** What is to be written at the end; empty when there was no entry. */
  public String end() {
    if (!begun) {
      return "";
    }
    return digest == null
        ? report.tail(knowledge.get())
        : report.tail(knowledge.get(), HexFormat.of().formatHex(digest.digest()));
  }

  /** Two entries as one; either may be empty or blank. */
  public static String join(Report report, String one, String other) {
    return one + (one.isBlank() || other.isBlank() ? "" : report.between()) + other;
  }

  private String noted(String text) {
    if (digest != null) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    return text;
  }
}
