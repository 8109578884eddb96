package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.TermGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tests of one pattern of a rule, as the rule says them: its fields as a fact file names them,
 * its variables as the conditions before it introduced them.
 */
final class WordsOfPattern extends Speech {
  private final PatternParts parts;
  private final Variables variables;
  private final Glossary glossary;
  private final @Nullable String parameter;
  private final @Nullable Members group;

  /**
   * Words for a pattern.
   *
   * @param parts the pattern
   * @param parameter the parameter that it matches, in words; null where it matches none
   * @param group the group of countries that it matches, or null
   */
  WordsOfPattern(
      PatternParts parts,
      Variables variables,
      Glossary glossary,
      @Nullable String parameter,
      @Nullable Members group) {
    super(Mood.STATE);
    this.parts = parts;
    this.variables = variables;
    this.glossary = glossary;
    this.parameter = parameter;
    this.group = group;
  }

  /** All tests of the pattern; empty where it has none. */
  String tests() {
    List<String> said = said(parts.tests);
    int last = said.size() - 1;
    return last < 1
        ? String.join("", said)
        : String.join("; ", said.subList(0, last)) + "; and " + said.get(last);
  }

  @Override
  String variable(String name, String field) {
    String stands = variables.name(name);
    return switch (field) {
      case "", "id" -> stands;
      case "on" -> "what " + stands + " is about";
      default ->
          field.equals("share") && stands.endsWith(Variables.SHARE)
              ? "that share"
              : "the " + Names.inFile(field) + " of " + stands;
    };
  }

  @Override
  String named(String word) {
    if (word.equals("this") || word.equals("id")) {
      return "it";
    } else if (word.equals("value") && parameter != null) {
      return parameter;
    }
    return isField(word) ? field(word) : word;
  }

  @Override
  String entries(String list) {
    return "entries in " + field(list);
  }

  private String field(String component) {
    String name = Names.inFile(component);
    Field field = Variables.field(parts.type, component);
    if (parts.type == CountryShare.class) {
      return "the " + name;
    } else if (field != null) {
      glossary.field(name, field);
    }
    return (parts.type != null && Fact.class.isAssignableFrom(parts.type) ? "its " : "the ") + name;
  }

  private boolean isField(String token) {
    return parts.type != null && parts.type.isRecord() && Components.has(parts.type, token);
  }

  @Override
  boolean refers(String component) {
    return Variables.refers(parts.type, component);
  }

  @Override
  @Nullable String yesOrNo(String component, boolean yes) {
    Field field = Variables.field(parts.type, component);
    if (field == null || !field.value().startsWith("Whether ")) {
      return null;
    }
    String that = Glossary.sentence(field).substring("whether ".length());
    return (yes ? that : "it is not the case that " + that) + " (" + Names.inFile(component) + ")";
  }

  @Override
  boolean isSpokenOf(String token) {
    return token.startsWith("$")
        ? token.indexOf('.') > 0 || variables.isStated(token)
        : !token.startsWith("value") && isField(token);
  }

  @Override
  @Nullable TermGroup terms(String variable) {
    return variables.terms(variable);
  }

  @Override
  @Nullable Members members(String token) {
    return token.equals("countries") ? group : variables.countries(token);
  }
}
