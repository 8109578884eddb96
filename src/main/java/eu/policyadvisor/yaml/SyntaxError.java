package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A syntax error in words of people who do not write parsers. */
record SyntaxError(Place at, String message) {
  private static final Pattern CHARACTER = Pattern.compile("found character '(.+?)'");

  static SyntaxError of(MarkedYamlEngineException e) {
    Place problemAt = e.getProblemMark().map(SyntaxError::position).orElse(Place.NONE);
    Place openedAt = e.getContextMark().map(SyntaxError::position).orElse(problemAt);
    String problem = e.getProblem();
    String context = String.valueOf(e.getContext());
    if (context.contains("quoted scalar") && problem.contains("unexpected")) {
      return new SyntaxError(openedAt, "the quotation mark is not closed");
    }
    return new SyntaxError(problemAt, message(problem, context, openedAt));
  }

  private static String message(String problem, String context, Place openedAt) {
    Matcher character = CHARACTER.matcher(problem);
    if (problem.contains("TAB")) {
      return "a tab stands where YAML allows only spaces; indent with spaces";
    }
    if (character.find()) {
      return "a value cannot begin with '" + character.group(1) + "'; put it in quotes";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a key cannot stand here; check the indentation, and quote a value that holds ': '";
    }
    if (problem.contains("sequence entries are not allowed")) {
      return "a list entry cannot begin here; begin it on a line of its own";
    }
    if (problem.contains("could not find expected ':'")) {
      return "':' is missing after a key";
    }
    if (problem.contains("expected ',' or '")) {
      char close = problem.charAt(problem.indexOf("or '") + 4);
      return "',' or '%c' is missing; '%c' was opened at line %d, column %d"
          .formatted(close, close == '}' ? '{' : '[', openedAt.line(), openedAt.column());
    }
    if (problem.contains("expected <block end>")) {
      return "this does not fit the lines above; check the indentation";
    }
    if (problem.contains("escape")) {
      return "'\\' begins an escape that YAML does not know; use single quotes to keep it as it is";
    }
    if (problem.contains("expected the node content")) {
      return "a value is missing here";
    }
    if (problem.contains("<document start>")) {
      return "a document has ended above; begin the next one with '---'";
    }
    if (context.contains("an anchor") || context.contains("an alias")) {
      return "'&' and '*' cannot begin a value; put it in quotes";
    }
    if (context.contains("a tag")) {
      return "'!' cannot begin a value; put it in quotes";
    }
    if (context.contains("directive") || problem.contains("incompatible YAML")) {
      return "this line with '%' is not understood; remove it";
    }
    return "is not valid YAML here";
  }

  private static Place position(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
