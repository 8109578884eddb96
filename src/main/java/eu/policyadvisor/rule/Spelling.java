package eu.policyadvisor.rule;

/**
 * One way to write a term.
 *
 * <p>Words stand in a text where they follow each other there, whatever their case, accents and
 * hyphens, the last one with or without a plural s. With {@code *} at the end the last one may go
 * on: {@code Halbleiter*} stands in 'Halbleiterfertigung'. A symbol, such as {@code Ga}, stands in
 * a text where it is a word of its own there, written alike.
 *
 * @param text as it is listed
 * @param symbol whether it is a symbol
 * @param key what is searched for; see {@link #of}
 */
public record Spelling(String text, boolean symbol, String key) {
  private static final String GOES_ON = "*";

  /** A spelling as a vocabulary lists it. */
  public static Spelling of(String text, boolean symbol) {
    String goesOn = text.endsWith(GOES_ON) ? GOES_ON : "";
    return new Spelling(text, symbol, symbol ? text : StatedWords.fold(text) + goesOn);
  }

  /** As a person would write it: without the star at its end. */
  public String plain() {
    return withoutStar(text);
  }

  /** What is searched for, without the star at its end. */
  public String words() {
    return symbol ? key : withoutStar(key);
  }

  private static String withoutStar(String text) {
    return text.endsWith(GOES_ON) ? text.substring(0, text.length() - GOES_ON.length()) : text;
  }

  boolean standsIn(StatedWords stated) {
    if (symbol) {
      return stated.hasWritten(key);
    }
    return key.endsWith(GOES_ON)
        ? stated.has(words(), StatedWords.Ending.ANY)
        : stated.has(key, StatedWords.Ending.PLURAL);
  }
}
