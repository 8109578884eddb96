package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.DataCategory;
import eu.policyadvisor.fact.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts of the services of a CycloneDX bill of materials, and of the data that they take. */
final class CycloneDxServices {
  /** What classifications of data mean that are in use. */
  private static final Map<String, DataCategory> CATEGORIES =
      Map.of(
          "pii", DataCategory.PERSONAL,
          "pifi", DataCategory.PERSONAL,
          "personal", DataCategory.PERSONAL,
          "personal data", DataCategory.PERSONAL,
          "phi", DataCategory.SPECIAL,
          "health", DataCategory.SPECIAL,
          "trade secret", DataCategory.TRADE_SECRET,
          "classified", DataCategory.CLASSIFIED,
          "public", DataCategory.PUBLIC);

  /** Into the service, as CycloneDX sees it. */
  private static final Set<String> INTO = Set.of("inbound", "bi-directional");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Intake intake;

  CycloneDxServices(Intake intake) {
    this.intake = intake;
  }

  void service(Tree.Fields service) {
    intake.keys(service, "service", CycloneDxKeys.SERVICE);
    Optional<Tree.Text> name = service.text("name");
    if (name.isEmpty()) {
      intake.problem(service, "service has no name");
      intake.unused(service, "a service without name");
      return;
    }
    Optional<Tree.Fields> organisation = service.fields("provider");
    organisation.ifPresent(each -> intake.keys(each, "organisation", CycloneDxKeys.ORGANISATION));
    Optional<Tree.Text> provider = organisation.flatMap(each -> each.text("name"));
    if (provider.isEmpty()) {
      intake.unused(
          name.get(),
          "service '%s': names no provider, so that it may be one's own"
              .formatted(Wording.clean(name.get().text())));
      return;
    }
    intake.supplier(provider.get());
    Draft draft = intake.draft(Section.CLOUD_SERVICES, name.get().text(), "service", service);
    draft.state("name", name.get()).state("provider", provider.get());
    intake
        .known()
        .vendor(provider.get().text())
        .map(entry -> entry.values().get("ultimate_parent_hq"))
        .ifPresent(country -> draft.state("ultimate_parent_hq", country, provider.get()));
    country(service, "region").ifPresent(region -> draft.state("region", region));
    for (Tree.Fields data : service.each("data")) {
      flow(service, name.get(), provider.get(), data);
    }
  }

  /** A property whose last word says what it is, where its value is a country. */
  private static Optional<Tree.Text> country(Tree.Fields service, String word) {
    return service.each("properties").stream()
        .filter(
            each ->
                each.text("name")
                    .filter(name -> Wording.comparable(name.text()).matches("(.* )?" + word))
                    .isPresent())
        .flatMap(each -> each.text("value").stream())
        .filter(value -> COUNTRIES.contains(value.text()))
        .findFirst();
  }

  private void flow(Tree.Fields service, Tree.Text name, Tree.Text provider, Tree.Fields data) {
    // XML has the direction at the classification.
    Tree.Fields direction = data.fields("classification").orElse(data);
    Optional<Tree.Text> flow = direction.text("flow");
    Optional<Tree.Text> classification = direction.text("classification");
    if (flow.filter(each -> INTO.contains(each.text())).isEmpty()) {
      intake.remark(
          data,
          "data of service '%s' does not flow into it: no fact is made of it"
              .formatted(Wording.clean(name.text())));
      return;
    }
    String called = data.text("name").or(() -> classification).orElse(name).text();
    Draft draft = intake.draft(Section.DATA_FLOWS, name.text() + " " + called, "data-flow", data);
    data.text("name").ifPresent(each -> draft.state("name", each));
    draft.state("recipient", provider);
    country(service, "jurisdiction")
        .or(() -> country(service, "country"))
        .ifPresent(country -> draft.state("to_country", country));
    classification.ifPresent(
        each -> {
          DataCategory category = CATEGORIES.get(Wording.comparable(each.text()));
          if (category == null) {
            intake.remark(
                each,
                "classification '%s' of data: no category of facts"
                    .formatted(Wording.clean(each.text())));
          } else {
            draft.state("categories", List.of(category), each);
          }
        });
  }
}
