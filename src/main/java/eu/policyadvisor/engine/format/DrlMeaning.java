package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlToken;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

/**
 * What a parsed DRL file says, without where it says it and how it is spaced. It is read out of all
 * fields of the syntax tree, as a field that nobody thought of would be a change that nobody sees.
 */
final class DrlMeaning {
  private static final String TREE = BaseDescr.class.getPackageName();

  /** Where something stands, and for which file. */
  private static final Set<String> PLACES =
      Set.of(
          "startCharacter",
          "endCharacter",
          "line",
          "column",
          "endLine",
          "endColumn",
          "offset",
          "resource",
          "leftParentCharacter",
          "rightParentCharacter",
          "consequenceLine",
          "consequencePattern");

  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private DrlMeaning() {}

  /** Equal for two files that say the same. */
  static String of(PackageDescr parsed) {
    return new DrlMeaning().value(parsed);
  }

  private String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence text) {
      return "'" + DrlToken.normal(text.toString()) + "'";
    } else if (value instanceof Object[] array) {
      return list(List.of(array), false);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, String> entries = new TreeMap<>();
      map.forEach((key, each) -> entries.put(value(key), value(each)));
      return entries.toString();
    } else if (value instanceof Collection<?> collection) {
      return list(collection, collection instanceof Set);
    }
    return value.getClass().getName().startsWith(TREE) && !value.getClass().isEnum()
        ? node(value)
        : value.toString();
  }

  private String list(Collection<?> values, boolean unordered) {
    List<String> texts = new ArrayList<>();
    values.forEach(each -> texts.add(value(each)));
    return (unordered ? texts.stream().sorted().toList() : texts).toString();
  }

  private String node(Object node) {
    if (!open.add(node)) {
      return "^";
    }
    StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('{');
    for (Class<?> type = node.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !PLACES.contains(field.getName())) {
          text.append(field.getName()).append('=').append(field(node, field)).append(' ');
        }
      }
    }
    open.remove(node);
    return text.append('}').toString();
  }

  private String field(Object node, Field field) {
    try {
      field.setAccessible(true);
      Object value = field.get(node);
      // The order of imports says nothing.
      return field.getName().endsWith("mports") && value instanceof Collection<?> imports
          ? list(imports, true)
          : value(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the syntax tree of Drools cannot be read", e);
    }
  }
}
