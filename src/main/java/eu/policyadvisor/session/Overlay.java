package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.NamedModelItem;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/** Rules of one's own laid over the built-in ones. */
final class Overlay {
  private Overlay() {}

  /** A rule of one's own takes the place of the built-in rule with the same id. */
  static List<Model> replace(List<Model> builtIn, List<Model> own) {
    Set<String> replaced =
        own.stream()
            .map(Model::getRules)
            .flatMap(Collection::stream)
            .map(NamedModelItem::getName)
            .collect(Collectors.toSet());
    List<Model> all = new ArrayList<>();
    builtIn.forEach(model -> all.add(without(model, replaced)));
    all.addAll(own);
    return List.copyOf(all);
  }

  private static Model without(Model model, Set<String> replaced) {
    List<Rule> kept =
        model.getRules().stream().filter(rule -> !replaced.contains(rule.getName())).toList();
    ModelImpl copy =
        new ModelImpl(model.getName())
            .withRules(kept)
            .withQueries(model.getQueries())
            .withGlobals(model.getGlobals());
    model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
    return copy;
  }
}
