package eu.policyadvisor.report;

import eu.policyadvisor.problem.Plain;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text from outside as Markdown that shows it and does nothing else. */
public final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#|~$!]");
  private static final Pattern FIRST = Pattern.compile("^([-+=:]|\\d+(?=[.)]))");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /** As running text: no markup, no HTML, no link, nobody notified. */
  public static String text(String raw) {
    String text = SPECIAL.matcher(Plain.text(raw)).replaceAll("\\\\$0");
    text = text.replace("://", ":\\/\\/").replaceAll("(?i)www\\.", "$0\u200B");
    text = text.replace("@", "@\u200B");
    Matcher first = FIRST.matcher(text);
    if (!first.find()) {
      return text;
    }
    String mark = first.group();
    return Character.isDigit(mark.charAt(0))
        ? mark + "\\" + text.substring(mark.length())
        : "\\" + text;
  }

  /** As code, fenced by more backticks than it holds. */
  public static String code(String raw) {
    String text = Plain.text(raw);
    int longest =
        BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String room = longest > 0 ? " " : "";
    return fence + room + text + room + fence;
  }

  /** As code in a table, where a bar would end the cell. */
  static String cell(String raw) {
    return code(raw).replace("|", "\\|");
  }

  /** As a link; as running text where it leads to no web address. */
  static String link(String raw, @Nullable String address) {
    String target = address == null ? null : target(address);
    return target == null ? text(raw) : "[" + text(raw) + "](" + target + ")";
  }

  /** As the target of a link; null when it is not a web address. */
  static @Nullable String target(String raw) {
    String link = Plain.text(raw);
    return link.matches("https?://[^\\s<>()\"]+") ? link : null;
  }
}
