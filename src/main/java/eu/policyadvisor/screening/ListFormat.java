package eu.policyadvisor.screening;

import java.util.Arrays;
import java.util.List;

/** The forms of lists that are read. */
public enum ListFormat {
  /** US consolidated screening list as a table. */
  CSL_CSV(
      "us-csl",
      "US consolidated screening list",
      "csv",
      "source,name,alt_names,addresses,start_date,license_requirement"),
  /** US consolidated screening list as its interface gives it. */
  CSL_JSON("us-csl", "US consolidated screening list", "json", ""),
  /** EU consolidated financial sanctions list as XML. */
  EU_XML("eu-fsf", "EU consolidated financial sanctions list", "xml", ""),
  /** EU consolidated financial sanctions list as a table. */
  EU_CSV(
      "eu-fsf",
      "EU consolidated financial sanctions list",
      "csv",
      "fileGenerationDate,Entity_LogicalId,Entity_SubjectType,Entity_Regulation_Programme,"
          + "NameAlias_WholeName"),
  /** Simple table of OpenSanctions. */
  OPENSANCTIONS_CSV(
      "opensanctions",
      "OpenSanctions",
      "csv",
      "id,schema,name,aliases,countries,sanctions,dataset,last_seen");

  /** The key that stands in lists of {@link #CSL_JSON} for the day. */
  public static final String DATE_OF_CSL = "search_performed_at";

  private final String id;
  private final String title;
  private final String extension;
  private final String columns;

  ListFormat(String id, String title, String extension, String columns) {
    this.id = id;
    this.title = title;
    this.extension = extension;
    this.columns = columns;
  }

  /** What a list of this form is called unless its user says otherwise. */
  public String id() {
    return id;
  }

  /** What it is. */
  public String title() {
    return title;
  }

  String extension() {
    return extension;
  }

  /** The columns that a table of this form must have. */
  List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  /** Whether a text begins as a list of one of these forms does. */
  public static boolean isList(String text) {
    String head = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = head.lines().findFirst().orElse("");
    return tables().stream().anyMatch(each -> each.columns().stream().allMatch(first::contains))
        || head.stripLeading().startsWith("<") && head.contains("<sanctionEntity");
  }

  static List<ListFormat> tables() {
    return Arrays.stream(values()).filter(each -> !each.columns.isEmpty()).toList();
  }
}
