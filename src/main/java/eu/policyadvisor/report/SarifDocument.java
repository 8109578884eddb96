package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of SARIF 2.1.0 that is written; names and meanings are those of the standard. */
final class SarifDocument {
  private SarifDocument() {}

  record Head(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  record Run(
      Tool tool, Map<String, Base> originalUriBaseIds, String columnKind, String defaultEncoding) {}

  record Base(Text description) {}

  record Tool(Driver driver) {}

  record Driver(
      String name, String semanticVersion, Map<String, Object> properties, List<Rule> rules) {}

  record Text(String text) {}

  record Help(String text, String markdown) {}

  record Rule(
      String id,
      Text shortDescription,
      Text fullDescription,
      Help help,
      @Nullable String helpUri,
      Configuration defaultConfiguration,
      Map<String, Object> properties) {}

  record Configuration(String level) {}

  record Result(
      String ruleId,
      int ruleIndex,
      @Nullable String kind,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      @Nullable List<CodeFlow> codeFlows,
      @Nullable List<Location> relatedLocations,
      @Nullable List<Suppression> suppressions,
      @Nullable String baselineState,
      Map<String, Object> properties) {}

  record Location(
      @Nullable Integer id,
      @Nullable Physical physicalLocation,
      @Nullable List<Logical> logicalLocations,
      @Nullable Text message,
      @Nullable Map<String, Object> properties) {}

  record Physical(Artifact artifactLocation, Region region) {}

  record Artifact(String uri, @Nullable String uriBaseId) {}

  record Region(
      int startLine, int startColumn, @Nullable Integer endLine, @Nullable Integer endColumn) {}

  record Logical(String name, String fullyQualifiedName, String kind) {}

  record CodeFlow(List<ThreadFlow> threadFlows) {}

  record ThreadFlow(List<Step> locations) {}

  record Step(Location location, int nestingLevel) {}

  record Suppression(
      String kind,
      String status,
      String justification,
      Location location,
      Map<String, Object> properties) {}
}
