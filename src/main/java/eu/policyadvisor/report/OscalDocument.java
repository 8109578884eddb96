package eu.policyadvisor.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of OSCAL assessment results that is written; names are those of the model. */
final class OscalDocument {
  private OscalDocument() {}

  record Tail(UUID uuid, Metadata metadata, ImportAp importAp, BackMatter backMatter) {}

  record Metadata(
      String title, String lastModified, String version, String oscalVersion, String remarks) {}

  record ImportAp(String href, String remarks) {}

  record BackMatter(List<Resource> resources) {}

  record Resource(UUID uuid, String title, String description) {}

  record Prop(String name, String ns, String value, @Nullable String remarks) {}

  record Result(
      UUID uuid,
      String title,
      String description,
      String start,
      String end,
      List<Prop> props,
      LocalDefinitions localDefinitions,
      ReviewedControls reviewedControls,
      @Nullable List<Observation> observations,
      @Nullable List<Risk> risks,
      @Nullable List<Finding> findings,
      @Nullable String remarks) {}

  record LocalDefinitions(List<Component> components, List<InventoryItem> inventoryItems) {}

  record Component(UUID uuid, String type, String title, String description, State status) {}

  record State(String state) {}

  record InventoryItem(UUID uuid, String description, List<Prop> props) {}

  record ReviewedControls(String description, List<Selection> controlSelections) {}

  record Selection(String description, Everything includeAll) {}

  record Everything() {}

  record Observation(
      UUID uuid,
      String title,
      String description,
      List<String> methods,
      List<String> types,
      List<Origin> origins,
      List<SubjectOf> subjects,
      @Nullable List<RelevantEvidence> relevantEvidence,
      String collected) {}

  record Origin(List<Actor> actors) {}

  record Actor(String type, UUID actorUuid) {}

  record SubjectOf(UUID subjectUuid, String type) {}

  record RelevantEvidence(@Nullable String href, String description, @Nullable List<Prop> props) {}

  record Risk(
      UUID uuid,
      String title,
      String description,
      String statement,
      List<Prop> props,
      String status,
      List<Origin> origins,
      List<Characterization> characterizations,
      @Nullable List<Remediation> remediations,
      List<RelatedObservation> relatedObservations) {}

  record Characterization(Origin origin, List<Facet> facets) {}

  record Facet(String name, String system, String value) {}

  record Remediation(
      UUID uuid, String lifecycle, String title, String description, List<Prop> props) {
    Remediation(UUID uuid, String title, String description, List<Prop> props) {
      this(uuid, "recommendation", title, description, props);
    }
  }

  record RelatedObservation(UUID observationUuid) {}

  record RelatedRisk(UUID riskUuid) {}

  record Finding(
      UUID uuid,
      String title,
      String description,
      List<Prop> props,
      Target target,
      List<RelatedObservation> relatedObservations,
      List<RelatedRisk> relatedRisks,
      @Nullable String remarks) {}

  record Target(String type, String targetId, String title, TargetStatus status) {}

  record TargetStatus(String state, String reason) {}
}
