package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.finding.Conclusion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.conf.Option;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.KnowledgeBuilderOption;

/** The project's rules as the build compiled them, on Drools alone: conclusions without reasons. */
final class DroolsPeer implements Peer {
  private static final String INDEX = "META-INF/kie/eu.policyadvisor/policy-advisor/drools-model";
  private static final long NOON =
      FactSets.AS_OF
          .atTime(LocalTime.NOON)
          .atZone(ZoneId.systemDefault())
          .toInstant()
          .toEpochMilli();

  private final InternalKnowledgeBase rules;
  private final KieSessionConfiguration configuration;
  private final @Nullable KieSessionsPool pool;

  private DroolsPeer(List<Model> models, boolean pooled, Option... options) {
    rules = ruleBase(models, options);
    configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
    configuration.setOption(ClockTypeOption.PSEUDO);
    pool = pooled ? rules.newKieSessionsPool(1) : null;
  }

  /** All rules. */
  static DroolsPeer withAllRules(boolean pooled, Option... options) {
    return new DroolsPeer(models(), pooled, options);
  }

  /** Some of the rules. */
  static DroolsPeer with(Set<String> ids, boolean pooled) {
    return new DroolsPeer(models().stream().map(model -> kept(model, ids)).toList(), pooled);
  }

  @Override
  public Collection<Conclusion> conclude(List<Object> memory) {
    KieSession session =
        pool == null ? rules.newKieSession(configuration, null) : pool.newKieSession(configuration);
    try {
      SessionPseudoClock clock = session.getSessionClock();
      clock.advanceTime(NOON - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
      memory.forEach(session::insert);
      session.fireAllRules();
      List<Conclusion> conclusions = new ArrayList<>();
      for (Object object : session.getObjects()) {
        if (object instanceof Conclusion conclusion) {
          conclusions.add(conclusion);
        }
      }
      return conclusions;
    } finally {
      session.dispose();
    }
  }

  private static InternalKnowledgeBase ruleBase(List<Model> models, Option... options) {
    KieBaseConfiguration ofRules = RuleBaseFactory.newKnowledgeBaseConfiguration();
    KnowledgeBuilderConfiguration ofBuilder =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
    for (Option option : options) {
      if (option instanceof KieBaseOption base) {
        ofRules.setOption(base);
      } else {
        ofBuilder.setOption((KnowledgeBuilderOption) option);
      }
    }
    return KieBaseBuilder.createKieBaseFromModel(models, ofRules, ofBuilder);
  }

  private static List<Model> models() {
    ClassLoader loader = DroolsPeer.class.getClassLoader();
    try (InputStream index = loader.getResourceAsStream(INDEX)) {
      if (index == null) {
        throw new IllegalStateException("the build compiled no rules: " + INDEX + " is missing");
      }
      List<Model> models = new ArrayList<>();
      for (String line : new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("Drools-Model-Version")) {
          models.add(
              Class.forName(line.strip(), true, loader)
                  .asSubclass(Model.class)
                  .getDeclaredConstructor()
                  .newInstance());
        }
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled rules do not load", e);
    }
  }

  private static Model kept(Model model, Set<String> ids) {
    ModelImpl copy =
        new ModelImpl(model.getName())
            .withRules(
                model.getRules().stream().filter(rule -> ids.contains(rule.getName())).toList())
            .withQueries(model.getQueries())
            .withGlobals(model.getGlobals());
    model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
    return copy;
  }
}
