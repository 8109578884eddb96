package eu.policyadvisor.engine.compiled;

import java.util.Map;
import org.drools.model.Rule;

/** A rule as its own right-hand side sees it, which asks for nothing but the name. */
public record NamedRule(Rule rule) implements org.kie.api.definition.rule.Rule {
  @Override
  public String getPackageName() {
    return rule.getPackage();
  }

  @Override
  public String getName() {
    return rule.getName();
  }

  @Override
  public Map<String, Object> getMetaData() {
    return rule.getMetaData();
  }

  @Override
  public int getLoadOrder() {
    return 0;
  }

  @Override
  public KnowledgeType getKnowledgeType() {
    return KnowledgeType.RULE;
  }

  @Override
  public String getNamespace() {
    return getPackageName();
  }

  @Override
  public String getId() {
    return getName();
  }
}
