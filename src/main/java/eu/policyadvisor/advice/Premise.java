package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import java.util.List;

/** One thing that a rule matched. */
public sealed interface Premise {

  /**
   * A fact.
   *
   * @param fact the fact
   * @param fields the fields that the rule reads, by the name they have in a fact file
   */
  record Given(Fact fact, List<String> fields) implements Premise {
    /** Copies the fields. */
    public Given {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A parameter.
   *
   * @param parameter the parameter
   */
  record Threshold(Parameter parameter) implements Premise {}

  /**
   * The as-of date.
   *
   * @param asOf the date
   */
  record Day(AsOf asOf) implements Premise {}

  /**
   * A group of countries.
   *
   * @param group the group
   */
  record Group(CountryGroup group) implements Premise {}

  /**
   * That a list was stated.
   *
   * @param list the list
   */
  record Listed(StatedList list) implements Premise {}

  /**
   * Another conclusion.
   *
   * @param conclusion the conclusion with its own reasons
   */
  record Concluded(Reasoned<? extends Conclusion> conclusion) implements Premise {}
}
