package eu.policyadvisor.calendar;

import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Listing;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.List;

/** Something that happens on a day. */
public sealed interface Event {
  /** The day. */
  LocalDate day();

  /** The facts that it is about. */
  List<Fact> on();

  /** What tells it from all other events of its fact set, also when its day moves. */
  String key();

  /**
   * A day that a fact names, be it stated or a measure of the catalogue.
   *
   * @param fact the fact
   * @param field the field that holds the day, by the name it has in a fact file
   */
  record OfFact(LocalDate day, Fact fact, String field) implements Event {
    @Override
    public List<Fact> on() {
      return List.of(fact);
    }

    @Override
    public String key() {
      return "fact " + Item.key(fact) + " " + field;
    }
  }

  /**
   * That an instrument takes a legal state.
   *
   * @param instrument the instrument
   * @param state the state
   */
  record OfInstrument(LocalDate day, Instrument instrument, Instrument.State state, List<Fact> on)
      implements Event {
    /** Copies the list. */
    public OfInstrument {
      on = List.copyOf(on);
    }

    @Override
    public String key() {
      return "instrument " + instrument.id() + " " + state.from();
    }
  }

  /**
   * That something is to be confirmed.
   *
   * @param doubt what, and why
   */
  record Review(LocalDate day, Doubt doubt, List<Fact> on) implements Event {
    /** Copies the list. */
    public Review {
      on = List.copyOf(on);
    }

    @Override
    public String key() {
      return "review " + doubt.of() + " " + doubt.id();
    }
  }

  /**
   * That a rule behind findings or advice begins to hold, or no longer does.
   *
   * @param rule the rule
   * @param begins whether this is the first day on which it holds, or else the first on which it
   *     does not
   * @param basis what it rests on in these conclusions
   */
  record OfRule(LocalDate day, RuleCard rule, boolean begins, List<Citation> basis, List<Fact> on)
      implements Event {
    /** Copies the lists. */
    public OfRule {
      basis = List.copyOf(basis);
      on = List.copyOf(on);
    }

    @Override
    public String key() {
      return "rule " + rule.id() + (begins ? " begins" : " ends");
    }
  }

  /**
   * That a party is put on a list, or is on it for the last time.
   *
   * @param fact the party
   * @param entry what the catalogue says of it
   * @param listing the list
   */
  record Listed(LocalDate day, Fact fact, CatalogueEntry entry, Listing listing) implements Event {
    @Override
    public List<Fact> on() {
      return List.of(fact);
    }

    @Override
    public String key() {
      return "list " + Item.key(fact) + " " + listing.list() + " " + day;
    }
  }

  /**
   * That a party gets an owner, or has it for the last time.
   *
   * @param fact the party
   * @param entry what the catalogue says of it
   * @param owner the owner
   */
  record Owned(LocalDate day, Fact fact, CatalogueEntry entry, Owner owner) implements Event {
    @Override
    public List<Fact> on() {
      return List.of(fact);
    }

    @Override
    public String key() {
      return "owner " + Item.key(fact) + " " + owner.owner() + " " + day;
    }
  }

  /**
   * That a step is due.
   *
   * @param step the advice of one rule, one for each fact
   * @param basis what it rests on
   */
  record Due(LocalDate day, List<Reasoned<Recommendation>> step, List<Citation> basis)
      implements Event {
    /** Copies the lists. */
    public Due {
      step = List.copyOf(step);
      basis = List.copyOf(basis);
    }

    @Override
    public List<Fact> on() {
      return step.stream().map(each -> each.conclusion().on()).distinct().toList();
    }

    @Override
    public String key() {
      return "step " + step.get(0).card().id();
    }
  }
}
