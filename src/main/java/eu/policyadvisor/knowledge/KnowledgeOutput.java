package eu.policyadvisor.knowledge;

import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.FieldCondition;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.yaml.Component;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes records, component by component and in their order, the same bytes whenever the records
 * are the same. A component that may be null has a mark before it whether it is there.
 *
 * <p>This works by reflection, for which the build has the time; {@link KnowledgeInput} reads
 * without, as a start has not.
 */
final class KnowledgeOutput {
  private final DataOutputStream out;

  KnowledgeOutput(DataOutputStream out) {
    this.out = out;
  }

  /** Writes a text, number, truth value, day or constant, a record, or many of these. */
  void write(Object value) throws IOException {
    if (value instanceof String || value instanceof BigDecimal) {
      byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof LocalDate day) {
      out.writeInt(Math.toIntExact(day.toEpochDay()));
    } else if (value instanceof YearMonth month) {
      write(month.toString());
    } else if (value instanceof Enum<?> constant) {
      write(constant.name());
    } else if (value instanceof Collection<?> all) {
      out.writeInt(all.size());
      for (Object each : value instanceof Set<?> ? new TreeSet<>(all) : all) {
        write(each);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeInt(map.size());
      for (Map.Entry<?, ?> each : new TreeMap<>(map).entrySet()) {
        write(each.getKey());
        write(each.getValue());
      }
    } else if (value instanceof Citation citation) {
      // Many rules cite one instrument, which the catalogue holds.
      write(citation.instrument().id());
      write(citation.pinpoint());
      write(citation.inSpirit());
    } else if (value instanceof Instrument.State state) {
      // What readers confirm is no part of the catalogue.
      write(state.from());
      write(state.status());
    } else if (value instanceof FieldCondition condition) {
      // It asks for groups of terms that the catalogue holds.
      write(condition.field());
      write(condition.stated());
      write(condition.outside());
      write(condition.values());
      write(condition.groups().stream().map(TermGroup::name).toList());
    } else if (value.equals(InventoryNames.NONE)) {
      out.writeBoolean(false);
    } else {
      if (value instanceof InventoryNames) {
        out.writeBoolean(true);
      }
      components((Record) value);
    }
  }

  private void components(Record of) throws IOException {
    for (Component component : Component.of(of.getClass())) {
      Object value = component.of(of);
      if (component.nullable()) {
        out.writeBoolean(value != null);
      }
      if (value != null) {
        write(value);
      }
    }
  }
}
