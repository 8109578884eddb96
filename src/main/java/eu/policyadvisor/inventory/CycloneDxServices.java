package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.DataCategory;
import eu.policyadvisor.fact.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Codes by English names and by themselves in another spelling. */
  private static final Map<String, String> NAMES =
      COUNTRIES.stream()
          .flatMap(
              code ->
                  Stream.of(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                      .map(name -> Map.entry(StatedText.comparable(name), code)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

  private final Intake intake;
  private final ModelInterfaces interfaces;
  private final Set<Pointer> remarked = new HashSet<>();

  CycloneDxServices(Intake intake) {
    this.intake = intake;
    this.interfaces = new ModelInterfaces(intake);
  }

  void service(Tree.Fields service) {
    intake.keys(service, "service", CycloneDxKeys.SERVICE);
    Optional<Tree.Text> name = service.text("name");
    if (name.isEmpty()) {
      intake.problem(service, "service has no name");
      intake.unused(service, "a service without name");
      return;
    }
    for (Tree.Text endpoint : service.texts("endpoints")) {
      interfaces.look("endpoints", endpoint, "service " + StatedText.clean(name.get().text()));
    }
    Optional<Tree.Fields> organisation = service.fields("provider");
    organisation.ifPresent(each -> intake.keys(each, "organisation", CycloneDxKeys.ORGANISATION));
    Optional<Tree.Text> provider = organisation.flatMap(each -> each.text("name"));
    if (provider.isEmpty()) {
      intake.unused(
          name.get(),
          "service '%s': names no provider, so that it may be one's own"
              .formatted(StatedText.clean(name.get().text())));
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
    country(service, "region", false).ifPresent(region -> draft.state("region", region));
    for (Tree.Fields data : service.each("data")) {
      flow(service, name.get(), provider.get(), data);
    }
  }

  /** A property whose last word says what it is, where its value is a country. */
  private Optional<Tree.Text> country(Tree.Fields service, String word, boolean always) {
    List<Tree.Text> values = values(service, word);
    for (Tree.Text value : values) {
      String code = NAMES.get(StatedText.comparable(value.text()));
      if (!COUNTRIES.contains(value.text())
          && (always || code != null)
          && remarked.add(value.path())) {
        intake.remark(
            value,
            "%s '%s' is not a country code%s"
                .formatted(
                    word,
                    StatedText.clean(value.text()),
                    code == null ? ", such as CN; it is left out" : ", write " + code));
      }
    }
    return values.stream().filter(value -> COUNTRIES.contains(value.text())).findFirst();
  }

  private static List<Tree.Text> values(Tree.Fields service, String word) {
    return service.each("properties").stream()
        .filter(
            each ->
                each.text("name")
                    .filter(name -> StatedText.comparable(name.text()).matches("(.* )?" + word))
                    .isPresent())
        .flatMap(each -> each.text("value").stream())
        .toList();
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
              .formatted(StatedText.clean(name.text())));
      return;
    }
    String called = data.text("name").or(() -> classification).orElse(name).text();
    Draft draft = intake.draft(Section.DATA_FLOWS, name.text() + " " + called, "data-flow", data);
    data.text("name").ifPresent(each -> draft.state("name", each));
    draft.state("recipient", provider);
    country(service, "jurisdiction", true)
        .or(() -> country(service, "country", true))
        .ifPresent(country -> draft.state("to_country", country));
    classification.ifPresent(
        each -> {
          DataCategory category = CATEGORIES.get(StatedText.comparable(each.text()));
          if (category == null) {
            intake.remark(
                each,
                "classification '%s' of data: no category of facts"
                    .formatted(StatedText.clean(each.text())));
          } else {
            draft.state("categories", List.of(category), each);
          }
        });
  }
}
