package eu.policyadvisor.report.document;

import eu.policyadvisor.rule.Stance;
import java.util.Locale;

/** The shape of each answer, which says what its colour says where there is none. */
public enum Shapes {
  /** Drawings, for browsers. */
  DRAWN {
    @Override
    public String defined() {
      return Resource.text("shapes.svg");
    }

    @Override
    public String of(Stance stance) {
      return "<svg aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-%s\"/></svg>"
          .formatted(style(stance));
    }
  },
  /** Signs of a font, for documents. */
  TYPED {
    @Override
    public String defined() {
      return "";
    }

    @Override
    public String of(Stance stance) {
      return "<span class=\"sign\">" + sign(stance) + "</span> ";
    }
  };

  /** What shapes refer to, in HTML; empty for nothing. */
  public abstract String defined();

  /** The shape of an answer, in HTML. */
  public abstract String of(Stance stance);

  /** The class of an answer in style sheets. */
  public String style(Stance stance) {
    return switch (stance) {
      case PROHIBIT -> "stop";
      case RESTRICT -> "hold";
      case COUNTERMEASURE -> "resp";
      case CONDITIONAL -> "cond";
      case DIVERSIFY -> "div";
      case INVESTIGATE -> "find";
      case MONITOR -> "watch";
      case PERMIT -> "go";
      case NOTHING_FOUND -> "none";
      case NOT_DETERMINED -> "open";
      case NOT_COVERED -> "out";
      case NOT_STATED -> "bare";
    };
  }

  /** The class of a source in style sheets. */
  public String style(Brief.Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sign of an answer, which fonts for Latin scripts hold. */
  static String sign(Stance stance) {
    return switch (stance) {
      case PROHIBIT -> "■";
      case RESTRICT -> "▲";
      case COUNTERMEASURE -> "▼";
      case CONDITIONAL -> "◊";
      case DIVERSIFY -> "◘";
      case INVESTIGATE -> "□";
      case MONITOR -> "◙";
      case PERMIT -> "●";
      case NOTHING_FOUND, NOT_DETERMINED, NOT_COVERED, NOT_STATED -> "○";
    };
  }
}
