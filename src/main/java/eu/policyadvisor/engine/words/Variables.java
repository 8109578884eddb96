package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.TermGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a rule stand for, as far as its conditions were said: {@code the model},
 * {@code the other model}, {@code the share of the supplier}. Conditions are said in their order,
 * and each adds what it binds.
 */
final class Variables {
  static final String SHARE = "share of a country in a supply";

  private final Map<String, Class<?>> types = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Speech.Members> groups = new HashMap<>();
  private final Map<String, TermGroup> termGroups = new HashMap<>();
  private final Set<String> totals = new HashSet<>();
  private final Set<String> met = new HashSet<>();

  /** Notes of what kind the facts are that variables stand for, where any condition tells. */
  void learnTypes(BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      PatternParts parts = PatternParts.of(pattern);
      Class<?> kind = parts.type;
      if (kind == null) {
        return;
      }
      if (parts.itself != null) {
        types.put(parts.itself, kind);
      }
      parts.bindings.forEach(
          (variable, field) -> {
            if (isOwner(field) && Components.has(kind, field)) {
              Class<?> on = Components.component(kind, field).getType();
              if (on != Fact.class) {
                types.putIfAbsent(variable, on);
              }
            }
          });
    } else if (condition instanceof ConditionalElementDescr parent) {
      Map<String, Class<?>> before = new HashMap<>(types);
      parent.getDescrs().forEach(child -> learnTypes((BaseDescr) child));
      if (parent instanceof OrDescr) {
        types.keySet().retainAll(before.keySet());
        types.putAll(before);
      }
    }
  }

  /** Whether a field holds what a conclusion is about, or the supply that a share is of. */
  private static boolean isOwner(String field) {
    return field.equals("on") || field.equals("of");
  }

  /**
   * Gives a variable a name.
   *
   * @param variable empty for none
   */
  void name(String variable, String name) {
    if (!variable.isEmpty()) {
      names.put(variable, name);
    }
  }

  void countries(String variable, Speech.Members group) {
    groups.put(variable, group);
  }

  void terms(String variable, TermGroup group) {
    termGroups.put(variable, group);
  }

  /** A number that is made of several facts. */
  void total(String variable, String name) {
    names.put(variable, name);
    totals.add(variable);
  }

  @Nullable String find(String variable) {
    return names.get(variable);
  }

  String name(String variable) {
    return names.getOrDefault(variable, "it");
  }

  Speech.@Nullable Members countries(String variable) {
    return groups.get(variable);
  }

  @Nullable TermGroup terms(String variable) {
    return termGroups.get(variable);
  }

  /** Whether it stands for a fact, or for a value that facts state. */
  boolean isStated(String variable) {
    String name = names.getOrDefault(variable, "");
    return totals.contains(variable)
        || name.startsWith("the ")
            && !name.startsWith(Speech.AS_OF)
            && !name.startsWith("the parameter");
  }

  /** Such as {@code an accelerator}; a second one is another. */
  String introduced(String variable, String kind) {
    boolean first = met.add(kind);
    boolean advised = kind.equals("subject");
    name(variable, (first || advised ? "the " : "the other ") + kind);
    return advised ? "the subject" : first ? article(kind) : "another " + kind;
  }

  /** The same of the variable that is bound to what a conclusion is about; empty for none. */
  String introducedOwner(PatternParts parts) {
    return parts.bindings.entrySet().stream()
        .filter(binding -> isOwner(binding.getValue()))
        .findFirst()
        .map(Map.Entry::getKey)
        .map(
            owner -> {
              parts.bindings.remove(owner);
              return introduced(owner, kind(owner, "item"));
            })
        .orElse("");
  }

  /** Names the supply that a share is of; null where no variable is bound to it. */
  @Nullable String bindSupply(PatternParts parts) {
    String supply = null;
    for (String variable : List.copyOf(parts.bindings.keySet())) {
      if ("of".equals(parts.bindings.get(variable))) {
        supply = kind(variable, "supply");
        names.put(variable, "the " + supply);
        parts.bindings.remove(variable);
      }
    }
    return supply;
  }

  private String kind(String variable, String unknown) {
    Class<?> kind = types.get(variable);
    return kind == null ? unknown : noun(kind.getSimpleName());
  }

  /** Names what is bound to fields after the fact that has them. */
  void bindFields(PatternParts parts, String owner) {
    parts.bindings.forEach(
        (variable, field) ->
            names.put(
                variable,
                field.equals("id")
                    ? owner
                    : refers(parts.type, field)
                        ? "the entry under '" + Names.inFile(field) + "' of " + owner
                        : "the " + Names.inFile(field) + " of " + owner));
  }

  /** Whether a component holds the id of a fact. */
  static boolean refers(@Nullable Class<?> type, String component) {
    Field field = field(type, component);
    return field != null && (field.refersToAny() || field.refersTo() != Section.NONE);
  }

  /** What is said of a component; null where nothing is, and of what is none. */
  static @Nullable Field field(@Nullable Class<?> type, String component) {
    return type != null && type.isRecord() && Components.has(type, component)
        ? Components.component(type, component).getAnnotation(Field.class)
        : null;
  }

  static String noun(String kind) {
    return switch (kind) {
      case "CountryShare" -> SHARE;
      case "Funding", "Talent" -> "entry under " + Names.inFile(kind).substring(1);
      default -> Names.inFile(kind).substring(1).replace('_', ' ');
    };
  }

  static String plural(String kind) {
    String noun = noun(kind);
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  static String article(String noun) {
    return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
