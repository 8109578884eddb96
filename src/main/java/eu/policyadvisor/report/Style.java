package eu.policyadvisor.report;

/** How a terminal shows a piece of text; the text says the same without. */
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  STRUCK("9"),
  ALARM("1;31"),
  RED("31"),
  YELLOW("33"),
  GREEN("32"),
  BLUE("34");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  public String apply(String text) {
    return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
