package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.compiled.Cards;
import eu.policyadvisor.engine.compiled.CompiledModels;
import eu.policyadvisor.engine.compiled.Overlay;
import eu.policyadvisor.engine.drl.CompilerFault;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.RuleCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles many changed rules at once, each in a package of its own: most of the time goes to
 * starting the compiler.
 */
public final class MutantCompiler {
  private static final Pattern NUMBER = Pattern.compile("\\bmutant(\\d+)");

  /** Drools keeps what was compiled by its version. */
  private static final AtomicLong VERSION = new AtomicLong();

  private MutantCompiler() {}

  /**
   * The rules with one small change each.
   *
   * @param original the rules
   * @param mutations changes of some of them
   * @param catalogue the instruments that rules cite
   * @return by the change; a change that does not compile is left out
   */
  public static Map<Mutation, ChangedRule> compile(
      ReadableRules original, List<Mutation> mutations, Catalogue catalogue) {
    Map<Integer, Model> models = new LinkedHashMap<>();
    SortedMap<Integer, DrlFile> files = new TreeMap<>();
    for (int i = 0; i < mutations.size(); i++) {
      DrlFile file = DrlFile.read("mutant" + i, mutations.get(i).text());
      if (file.problems().isEmpty()) {
        files.put(i, file);
      }
    }
    compile(files, models);
    Map<Mutation, ChangedRule> changed = new LinkedHashMap<>();
    for (int i : files.keySet()) {
      Mutation mutation = mutations.get(i);
      Model model = models.get(i);
      if (model != null) {
        model = Overlay.kept(model, mutation.of()::equals);
        RuleCard card =
            Cards.read(model.getRules(), catalogue, () -> DrlSources.of(Map.of(), true))
                .get(mutation.of());
        if (card != null) {
          changed.put(mutation, new ChangedRule(original, mutation, model, card));
        }
      }
    }
    return changed;
  }

  /** Leaves out those that messages name; where they name none, halves are tried. */
  private static void compile(SortedMap<Integer, DrlFile> files, Map<Integer, Model> models) {
    if (files.isEmpty()) {
      return;
    }
    KieServices services = KieServices.get();
    ReleaseId release =
        services.newReleaseId("mutants", "rules", String.valueOf(VERSION.incrementAndGet()));
    KieFileSystem project = services.newKieFileSystem().generateAndWritePomXML(release);
    files.forEach(
        (number, file) ->
            project.write(
                "src/main/resources/mutant" + number + "/mutant.drl",
                file.compilableIn("mutant" + number)));
    try {
      KieBuilder builder =
          CompilerFault.guard(
              () -> services.newKieBuilder(project).buildAll(ExecutableModelProject.class));
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (errors.isEmpty()) {
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        byte[] index = module.getBytes("META-INF/kie/mutants/rules/drools-model");
        ClassLoader loader = services.newKieContainer(release).getClassLoader();
        for (Model model : CompilerFault.guard(() -> CompiledModels.instantiate(index, loader))) {
          if (!model.getRules().isEmpty()) {
            models.put(number(model.getRules().get(0).getPackage()), model);
          }
        }
        return;
      }
      retry(files, named(errors), models);
    } catch (CompilerFault e) {
      retry(files, Set.of(), models);
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static void retry(
      SortedMap<Integer, DrlFile> files, Set<Integer> broken, Map<Integer, Model> models) {
    SortedMap<Integer, DrlFile> left = new TreeMap<>(files);
    left.keySet().removeAll(broken);
    if (left.size() < files.size()) {
      compile(left, models);
    } else if (files.size() > 1) {
      int middle = List.copyOf(files.keySet()).get(files.size() / 2);
      compile(files.headMap(middle), models);
      compile(files.tailMap(middle), models);
    }
  }

  private static Set<Integer> named(List<Message> errors) {
    Set<Integer> broken = new TreeSet<>();
    for (Message error : errors) {
      Matcher matcher = NUMBER.matcher(error.getPath() + " " + error.getText());
      while (matcher.find()) {
        broken.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return broken;
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    if (!matcher.find()) {
      throw new IllegalStateException("a mutant was compiled into the package " + name);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
