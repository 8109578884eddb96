package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlToken;
import java.util.List;
import java.util.Random;

/** DRL that says the same as before and looks as if nobody cared, the same for the same seed. */
public final class Mangled {
  private static final String[] SPACES = {" ", "  ", "\t", " \t ", "     "};
  private static final String[] TRAILS = {"", "", " ", "\t"};

  private final Random random;
  private final String newline;
  private final StringBuilder text = new StringBuilder();

  private Mangled(long seed) {
    random = new Random(seed);
    newline = seed % 2 == 0 ? "\r\n" : "\n";
  }

  /** Other spaces, tabs and ends of lines, and lines joined that the style parts. */
  public static String spaced(String drl, long seed) {
    return new Mangled(seed).mangle(drl, false);
  }

  /** Lines are also joined and broken within conditions, at any token. */
  public static String wildly(String drl, long seed) {
    return new Mangled(seed).mangle(drl, true);
  }

  private String mangle(String drl, boolean wildly) {
    List<DrlToken> tokens = DrlToken.read(drl);
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      DrlToken token = tokens.get(i);
      depth -= token.closes() ? 1 : 0;
      if (i > 0) {
        boolean free = (depth == 0 || wildly) && !token.comment() && !tokens.get(i - 1).comment();
        text.append(gap(tokens.get(i - 1), token, free, wildly));
      }
      text.append(token.text().replace("\n", newline));
      depth += token.opens() ? 1 : 0;
    }
    return text.append(pick("", " ", "\t" + newline, newline + newline)).toString();
  }

  private String gap(DrlToken previous, DrlToken token, boolean free, boolean wildly) {
    if (token.onNewLine()) {
      int more = token.newlines() > 1 ? random.nextInt(3) : 0;
      return free && random.nextInt(3) == 0
          ? pick(SPACES)
          : (pick(TRAILS) + newline).repeat(token.newlines() + more) + pick("", pick(SPACES));
    } else if (token.comment() || previous.comment()) {
      return token.gap();
    } else if (wildly && free && random.nextInt(8) == 0 && !joined(previous, token)) {
      return newline + pick(SPACES);
    } else if (token.gap().isEmpty()) {
      return joined(previous, token) || random.nextInt(3) > 0 ? "" : pick(SPACES);
    }
    return random.nextInt(3) == 0 && separate(previous, token) ? "" : pick(SPACES);
  }

  /** Whether a space or a break would be odd even for those who do not care. */
  private static boolean joined(DrlToken previous, DrlToken token) {
    return token.is(".") || previous.is(".") || previous.is("@");
  }

  private static boolean separate(DrlToken previous, DrlToken token) {
    return DrlToken.read(previous.text() + token.text()).size() == 2
        && (previous.kind() == DrlToken.Kind.SYMBOL || token.kind() == DrlToken.Kind.SYMBOL);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
