package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds programming interfaces that serve models in what is configured.
 *
 * <p>A value that is the address of one whose models are all of one developer says that this is
 * called. Any other mention of a host may as well be what is blocked, or serve models of others.
 */
final class ModelInterfaces {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://(?<host>[A-Za-z0-9.-]+)(:\\d{1,5})?(/\\S*)?");

  /** Keys whose values say what is not called, or not like this. */
  private static final Pattern NO_CALL =
      Pattern.compile("proxy|block|den[iy]|forbid|allow|exclu|except|cors|origin");

  private final Intake intake;
  private final Set<String> before = new HashSet<>();

  ModelInterfaces(Intake intake) {
    this.intake = intake;
  }

  /**
   * Looks at a value.
   *
   * @param key what it is the value of
   * @param value the value
   * @param owner what it stands in
   */
  void look(String key, Tree.Text value, String owner) {
    String text = value.text().toLowerCase(Locale.ROOT);
    for (KnownNames.Host host : intake.known().hosts()) {
      Optional<String> named = host.in(text);
      if (named.isPresent() && before.add(owner + " " + named.get())) {
        String name = named.get();
        Matcher address = ADDRESS.matcher(text.strip());
        boolean called =
            address.matches()
                && address.group("host").equals(name)
                && !NO_CALL.matcher(key.toLowerCase(Locale.ROOT)).find();
        if (called && host.own()) {
          model(name, host, value, owner);
        } else {
          mention(name, host, value);
        }
      }
    }
  }

  private void model(String name, KnownNames.Host host, Tree.Text at, String owner) {
    intake.entry();
    Draft draft = intake.draft(Section.MODELS, name, "model", at);
    draft.source(intake.file() + " " + at.path() + (owner.isEmpty() ? "" : ", " + owner));
    draft.state("name", name, at);
    ModelNames.developer(draft, host.entry().values(), at);
    draft.state("deployment", Deployment.VENDOR_API, at);
    draft.comment("an address of a programming interface: which model is called is not said");
  }

  private void mention(String name, KnownNames.Host host, Tree.Text at) {
    intake.entry();
    intake.unused(
        at,
        "names %s, an API of %s: no fact is made; state a model or service"
            .formatted(name, company(host.entry())));
  }

  private static String company(CatalogueEntry entry) {
    return Optional.ofNullable(entry.values().get("developer"))
        .or(() -> Optional.ofNullable(entry.values().get("name")))
        .orElse(entry.id());
  }
}
