package eu.policyadvisor.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What nobody chooses who asks for advice: facts about the world. A product, a provider, a place, a
 * contract or a date can be chosen; where a developer sits, who owns whom or what a measure says
 * cannot. Each group says why.
 *
 * <p>What the provider of a model or the parties to a deal could be asked for, such as a
 * representative in the Union, counts as a choice: it is a matter of contract.
 */
public enum WorldFacts {
  /** Who the subject is: it does not become another one for the sake of advice. */
  IDENTITY(
      "subject.type",
      "subject.country",
      "subject.sector",
      "subject.ultimate_parent_hq",
      "subject.nis2_class",
      "subject.sme",
      "subject.compute_short",
      "subject.data_short"),
  /** Where a company or a project sits, who owns it and who decides about it. */
  SEAT_AND_OWNER(
      "accelerators.designer_hq",
      "accelerators.ultimate_parent_hq",
      "cloud_services.ultimate_parent_hq",
      "frameworks.steward_hq",
      "frameworks.governance",
      "frameworks.eu_maintainers",
      "models.developer",
      "models.developer_hq",
      "models.eu_establishment",
      "applications.operator_ultimate_hq",
      "parties.hq",
      "parties.ultimate_parent_hq",
      "parties.owned_by",
      "exports.customer_ultimate_hq",
      "transactions.acquirer_hq",
      "transactions.acquirer_ultimate_hq",
      "transactions.target_country",
      "transactions.target_sector",
      "transactions.target_turnover_meur",
      "transactions.foreign_contributions_meur"),
  /** What authorities say and do: lists, designations, classes of goods, guidance. */
  AUTHORITIES(
      "accelerators.named_in_guidance",
      "accelerators.eccn",
      "cloud_services.seal_level",
      "models.developer_entity_listed",
      "models.systemic_risk_designated",
      "models.authority_ignored",
      "models.app_in_eu_stores",
      "parties.lists",
      "parties.entity_listed_since",
      "parties.exempt_until",
      "parties.high_risk_vendor",
      "dependencies.strategic",
      "critical_inputs.strategic",
      "exports.eccn",
      "exports.eu_controlled",
      "exports.nationally_controlled",
      "exports.subject_to_ear"),
  /** What a product is, as its maker made, licensed and published it. */
  NATURE_OF_PRODUCT(
      "accelerators.tpp",
      "accelerators.performance_density",
      "accelerators.foundry_country",
      "accelerators.datacentre_use",
      "frameworks.kind",
      "frameworks.implies_hardware",
      "models.weights",
      "models.licence",
      "models.licence_excludes_eu",
      "models.hijack_prone",
      "models.training_flop",
      "models.general_purpose",
      "models.code_of_practice_signed",
      "models.unlawful_training",
      "critical_inputs.rare_earth",
      "exports.tpp",
      "exports.performance_density",
      "exports.datacentre_use"),
  /** What the market offers, what a measurement or an inquiry found, what a loss would do. */
  SITUATION(
      "accelerators.substitution_months",
      "frameworks.second_vendor_cost_gap",
      "applications.urgent",
      "applications.sovereign_option_months",
      "dependencies.substitution_months",
      "dependencies.impact",
      "dependencies.critical_infrastructure",
      "dependencies.supplier_count",
      "dependencies.eu_controlled_share",
      "critical_inputs.substitution_months",
      "critical_inputs.impact",
      "critical_inputs.critical_infrastructure",
      "exports.red_flags",
      "talent.vacancy_rate",
      "talent.net_outflow",
      "talent.eu_contributor_share");

  /** Lists all of whose facts are about the world: what states do, and where they stand. */
  private static final Set<Section> LISTS = Set.of(Section.POLICY_EVENTS, Section.POSITIONS);

  /** Lists whose entries are situations, which nobody takes up as one takes up a model. */
  private static final Set<Section> SITUATIONS = Set.of(Section.TALENT);

  private static final Set<String> ALL = new HashSet<>();

  static {
    Stream.of(values()).forEach(group -> ALL.addAll(group.fields));
  }

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
  private final List<String> fields;

  WorldFacts(String... fields) {
    this.fields = List.of(fields);
  }

  /** The fields of the group, each with its list, such as {@code models.developer_hq}. */
  public List<String> fields() {
    return fields;
  }

  /**
   * Whether a field is a fact about the world.
   *
   * @param field by the name it has in a fact file
   */
  public static boolean contains(Section list, String field) {
    return contains(list) || ALL.contains(list.key() + "." + field);
  }

  /** Whether all facts of a list are about the world. */
  public static boolean contains(Section list) {
    return LISTS.contains(list);
  }

  /**
   * Whether to take up another thing of this kind can be chosen, with all that it is: another model
   * has another developer.
   */
  public static boolean canBeTakenUp(Section list) {
    return list != Section.NONE && !LISTS.contains(list) && !SITUATIONS.contains(list);
  }
}
