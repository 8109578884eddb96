package eu.policyadvisor.engine.compiled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.NamedModelItem;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/** Compiled rules, put together from several places. */
public final class Overlay {
  private Overlay() {}

  /** A rule of one's own takes the place of the built-in rule with the same id. */
  static List<Model> replace(List<Model> builtIn, List<Model> own) {
    Set<String> replaced =
        own.stream()
            .map(Model::getRules)
            .flatMap(Collection::stream)
            .map(NamedModelItem::getName)
            .collect(Collectors.toSet());
    return join(kept(builtIn, id -> !replaced.contains(id)), own);
  }

  /** The models with only those rules whose id is asked for. */
  public static List<Model> kept(List<Model> models, Predicate<String> ids) {
    return models.stream().map(model -> kept(model, ids)).toList();
  }

  static List<Model> join(List<Model> some, List<Model> others) {
    List<Model> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** A model with only those rules whose id is asked for. */
  public static Model kept(Model model, Predicate<String> ids) {
    List<Rule> kept = model.getRules().stream().filter(rule -> ids.test(rule.getName())).toList();
    ModelImpl copy =
        new ModelImpl(model.getName())
            .withRules(kept)
            .withQueries(model.getQueries())
            .withGlobals(model.getGlobals());
    model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
    return copy;
  }
}
