package eu.policyadvisor.check;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that research notes use, and ours.
 *
 * <p>Only words with a clear counterpart stand here; whatever else notes say is left out and named.
 */
final class NoteWords {

  static final Map<String, String> SECTIONS =
      Map.of(
          "actor", "subject",
          "hardware", "accelerators",
          "cloud", "cloud_services",
          "inputs", "critical_inputs");

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("catalog_ref", "product"),
          Map.entry("instrument_ref", "instrument"),
          Map.entry("eu_authorised_rep", "eu_authorised_representative"),
          Map.entry("customer_hq", "customer_ultimate_hq"),
          Map.entry("eu_control", "eu_controlled"),
          Map.entry("licence_held", "licensed"),
          Map.entry("compliance_from", "effective_from"),
          Map.entry("vacancies_rate", "vacancy_rate"));

  /** Names of the state behind the operator of an application. */
  private static final List<String> OPERATOR =
      List.of("operator_hq", "provider_hq", "vendor_hq", "developer_hq", "ultimate_parent_hq");

  /** A word of notes, and the constants that it can stand for; the kind of field decides. */
  private static final Map<String, List<String>> CONSTANTS =
      Map.ofEntries(
          Map.entry("eu_organisation", List.of("company")),
          Map.entry("organisation", List.of("company")),
          Map.entry("foundry", List.of("company")),
          Map.entry("university", List.of("research_organisation")),
          Map.entry("ministry", List.of("public_authority")),
          Map.entry("eu_union", List.of("union")),
          Map.entry("third_country", List.of("third_country_state")),
          Map.entry("none", List.of("out_of_scope")),
          Map.entry("us_origin_tech", List.of("us_origin_technology")),
          Map.entry("us_chip_imports", List.of("us_origin_technology")),
          Map.entry("mature_chips", List.of("chips")),
          Map.entry("semiconductors", List.of("chips")),
          Map.entry("permanent_magnet", List.of("magnet")),
          Map.entry("prc_headquartered", List.of("prc_parent")),
          Map.entry("eu_customer", List.of("customer")),
          Map.entry("app", List.of("vendor_app")),
          Map.entry("api", List.of("vendor_api")),
          Map.entry("self_hosted", List.of("on_prem")),
          Map.entry("on_premises", List.of("on_prem")),
          Map.entry("installed", List.of("operating")),
          Map.entry("in_use", List.of("operating")),
          Map.entry("ordered", List.of("contracted")),
          Map.entry("evaluation", List.of("technical_evaluation")),
          Map.entry("destructive_testing", List.of("technical_evaluation")),
          Map.entry("technical_analysis", List.of("technical_evaluation")),
          Map.entry("use", List.of("production")),
          Map.entry("sccs", List.of("scc")),
          Map.entry("pending", List.of("notified")),
          Map.entry("proposed", List.of("announced", "planned", "idea")),
          Map.entry("announced", List.of("announced", "planned")),
          Map.entry("withdrawn", List.of("rescinded")),
          Map.entry("lifted", List.of("rescinded")),
          Map.entry("paused", List.of("suspended")),
          Map.entry("embargo", List.of("export_ban")),
          Map.entry("export_control", List.of("export_licence")),
          Map.entry("export_controls", List.of("export_licence")),
          Map.entry("production", List.of("production", "service")));

  /** What an application is for, by words in its domain. */
  private static final Map<String, String> USES =
      Map.ofEntries(
          Map.entry("law_enforcement|police|policing|border|prosecut.*", "law_enforcement"),
          Map.entry("defence|defense|military|army|armed_forces|intelligence", "defence"),
          Map.entry("triage|clinical|diagnos.*|patient.*|radiology", "clinical"),
          Map.entry("critical_control|scada|grid_control|process_control", "critical_control"),
          Map.entry("education|teaching|school|tutor.*", "education"),
          Map.entry(
              "public_information|citizen_information|citizen_service.*", "public_information"),
          Map.entry("media|news|journalism", "media"),
          Map.entry("research|science", "research"),
          Map.entry("policy|policy_text|policy_drafting|legislation", "policy_text"),
          Map.entry("code|coding|software_development|programming", "code"),
          Map.entry("translation", "translation"),
          Map.entry("customer_service|customer_support", "customer_service"));

  private NoteWords() {}

  /** The field in our words; a supplier is known by its vendor. */
  static String field(Section section, String key) {
    if (section == Section.SUPPLIERS && key.equals("catalog_ref")) {
      return "vendor";
    } else if (section == Section.APPLICATIONS && OPERATOR.contains(key)) {
      return "operator_ultimate_hq";
    }
    return FIELDS.getOrDefault(key, key);
  }

  /** The constant of a type that a word stands for. */
  static Optional<String> constant(Class<?> type, String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    List<String> own =
        Stream.of(type.getEnumConstants()).map(each -> Names.inFile((Enum<?>) each)).toList();
    if (word.equals("unknown")) {
      return Optional.of(word);
    }
    return Stream.concat(Stream.of(word), CONSTANTS.getOrDefault(word, List.of()).stream())
        .filter(own::contains)
        .findFirst();
  }

  /** What an application of a domain is used for. */
  static Optional<String> use(String domain) {
    String word = domain.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    return USES.entrySet().stream()
        .filter(entry -> word.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a licence is held, from words about it. */
  static Optional<String> licensed(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "none", "no", "false", "missing", "refused", "denied", "revoked", "expired" ->
          Optional.of("false");
      case "held", "yes", "true", "granted", "valid" -> Optional.of("true");
      case "unknown" -> Optional.of("unknown");
      default -> Optional.empty();
    };
  }

  /** The field of an export that words about European control speak of. */
  static Optional<String> control(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "national", "national_list", "member_state" -> Optional.of("nationally_controlled");
      case "annex_i", "dual_use", "catch_all" -> Optional.of("eu_controlled");
      default -> Optional.empty();
    };
  }

  /** Whether people outside the subject are meant, and no staff of it. */
  static boolean outside(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .matches("consumers?|public|general_public|citizens?|private_users?");
  }

  /** Whether devices of a public authority are meant. */
  static boolean official(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .matches(
            "(official|government|corporate|staff|service|work|state)([ _]?(device|devices|phone|phones))?");
  }

  /** Whether a material is a rare earth by its name. */
  static boolean rareEarth(String material) {
    return material
        .toLowerCase(Locale.ROOT)
        .matches(
            ".*(rare.?earth|neodymium|praseodymium|samarium|gadolinium|terbium|dysprosium|holmium"
                + "|erbium|thulium|ytterbium|lutetium|scandium|yttrium|europium|lanthanum|cerium).*");
  }
}
