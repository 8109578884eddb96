package eu.policyadvisor.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Datasets of fact sets become datasets of advice, on two threads of this process. */
@EnabledForJreRange(
    max = JRE.JAVA_23,
    disabledReason = "Hadoop, on which Spark 4.1 stands, does not run on Java 24 and later")
// Spark keeps the settings of a session by thread.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
final class SparkAdvisorIT {
  private static final StructType DOCUMENTS =
      new StructType().add("id", DataTypes.StringType).add("text", DataTypes.StringType);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String VALID = "subject: {id: fab, country: SE}";

  @TempDir private static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.warehouse.dir", directory.resolve("warehouse").toString())
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Dataset<Row> documents(String... idsAndTexts) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < idsAndTexts.length; i += 2) {
      rows.add(RowFactory.create(idsAndTexts[i], idsAndTexts[i + 1]));
    }
    return spark.createDataFrame(rows, DOCUMENTS);
  }

  private static Dataset<Row> assess(String... idsAndTexts) {
    return SparkAdvisor.standard().asOf(DAY).assess(documents(idsAndTexts), col("id"), col("text"));
  }

  private static String example(String name) throws IOException {
    return Files.readString(Path.of("facts/examples", name));
  }

  @Test
  void findsWhatTheAdvisorFinds() throws IOException {
    Advisor advisor = Advisor.standard();
    Path file = Path.of("facts/examples/ascend-cluster.yaml");
    var assessment = advisor.assess(advisor.read(file).factSets().get(0), DAY);
    Row row = assess("a", Files.readString(file)).select("stance", "findings.rule").head();
    assertThat(row.getString(0)).isEqualTo("restrict");
    assertThat(assessment.stance()).isEqualTo(Stance.RESTRICT);
    assertThat(row.<String>getList(1))
        .isNotEmpty()
        .isEqualTo(assessment.findings().stream().map(each -> each.card().id()).toList());
  }

  @Test
  void answersQueriesInSql() throws IOException {
    assess("pool", example("ascend-cluster.yaml"), "importer", example("magnet-importer.yaml"))
        .createOrReplaceTempView("results");
    Dataset<Row> grave =
        spark.sql(
            """
            SELECT source, finding.rule, finding.on.id, year(as_of)
            FROM results LATERAL VIEW explode(findings) AS finding
            WHERE finding.severity = 'high' AND finding.confidence.value >= 0.75
              AND exists(recommendations, advice -> array_contains(advice.because, finding.rule))
            """);
    assertThat(grave.collectAsList())
        .contains(
            RowFactory.create("pool", "export-control/huawei-ascend-gp10", "ascend-pool", 2026));
  }

  @Test
  void readsBytesAndJsonAsWell() throws IOException {
    Dataset<Row> bytes = documents("a", example("ascend-cluster.yaml"));
    Dataset<Row> json =
        documents(
            "a",
            """
            {"subject": {"id": "nordic-hpc", "name": "Nordic HPC Centre",
              "type": "research_organisation", "country": "SE"},
             "accelerators": [{"id": "ascend-pool", "product": "huawei-ascend-910c",
              "lifecycle": "operating"}]}
            """);
    SparkAdvisor advisor = SparkAdvisor.standard().asOf(DAY);
    for (Dataset<Row> results :
        List.of(
            advisor.assess(bytes, col("id"), col("text").cast("binary")),
            advisor.assess(json, col("id"), col("text")))) {
      assertThat(results.select("error", "stance").head())
          .isEqualTo(RowFactory.create(null, "restrict"));
    }
  }

  @Test
  void makesARowOfWhatIsWrongAndGoesOn() {
    Dataset<Row> results =
        assess(
            "valid",
            VALID,
            "misspelt",
            "subject: {id: fab, contry: SE}\naccelerators: 7",
            "no yaml",
            "subject: [",
            "nothing",
            null,
            "two",
            VALID + "\n---\nsubject: {id: mine, country: Narnia}",
            null,
            "subject: 7");
    List<Row> rows = results.select("source", "line", "error", "subject.id").collectAsList();
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0)).isEqualTo(RowFactory.create("valid", 1, null, "fab"));
    assertThat(rows.get(1).getString(2).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("misspelt:"));
    assertThat(rows.get(2).getString(2)).startsWith("no yaml:1:11: ");
    assertThat(rows.get(3))
        .isEqualTo(
            RowFactory.create("nothing", null, "nothing: is null; a fact set is text", null));
    assertThat(rows.get(4)).isEqualTo(RowFactory.create("two", 1, null, "fab"));
    assertThat(rows.get(5).getString(2)).startsWith("two:3:").contains("Narnia");
    assertThat(rows.get(6).isNullAt(0)).isTrue();
    assertThat(rows.get(6).getString(2)).startsWith("<row>:1:");
  }

  @Test
  void numbersLinesThatAreReadInManySplits() throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 300; line++) {
      if (line % 7 == 0) {
        text.append(line % 2 == 0 ? "\n" : " \r\n");
      } else {
        text.append("{\"subject\": {\"id\": \"s%d\"}}\n".formatted(line));
        expected.add("s" + line + " " + line);
      }
    }
    Path file = Files.writeString(directory.resolve("many.jsonl"), text);
    spark.conf().set("spark.sql.files.maxPartitionBytes", 500);
    try {
      Dataset<Row> lines = NumberedLines.read(spark, file.toString());
      assertThat(lines.javaRDD().getNumPartitions()).isGreaterThan(10);
      Dataset<Row> results =
          SparkAdvisor.standard()
              .assessLines(
                  lines, lit("many.jsonl"), col(NumberedLines.LINE), col(NumberedLines.TEXT));
      assertThat(results.select("subject.id", "line").orderBy("line").collectAsList())
          .extracting(row -> row.getString(0) + " " + row.getInt(1))
          .isEqualTo(expected);
    } finally {
      spark.conf().unset("spark.sql.files.maxPartitionBytes");
    }
  }

  @Test
  void saysInWhichLineSomethingIsWrong() {
    Dataset<Row> results =
        SparkAdvisor.standard()
            .assessLines(
                documents("facts.jsonl", "{\"subject\": {\"id\": \"a\", \"contry\": 1}}"),
                col("id"),
                lit(17),
                col("text"));
    Row row = results.select("line", "error").head();
    assertThat(row.getInt(0)).isEqualTo(17);
    assertThat(row.getString(1)).startsWith("facts.jsonl:17:").contains("contry");
  }

  @Test
  void givesDatesOfTheClassThatTheSessionAsksFor() {
    assertThat(assess("a", VALID).select("as_of").head().get(0)).isEqualTo(Date.valueOf(DAY));
    spark.conf().set("spark.sql.datetime.java8API.enabled", true);
    try {
      assertThat(assess("a", VALID).select("as_of").head().get(0)).isEqualTo(DAY);
    } finally {
      spark.conf().unset("spark.sql.datetime.java8API.enabled");
    }
  }

  @Test
  void saysWhatCameOfEachRuleWhenAskedTo() {
    Dataset<Row> documents = documents("a", VALID);
    SparkAdvisor advisor = SparkAdvisor.standard();
    assertThat(advisor.assess(documents, col("id"), col("text")).select("rules").head().isNullAt(0))
        .isTrue();
    assertThat(
            advisor
                .withStatuses()
                .assess(documents, col("id"), col("text"))
                .select("rules.rule")
                .head()
                .<String>getList(0))
        .contains("export-control/huawei-ascend-gp10");
  }

  @Test
  void saysWhatColumnsHold() {
    assertThat(SparkAdvisor.schema().fieldNames())
        .startsWith("source", "line", "error", "subject", "title", "question", "as_of", "stance")
        .contains("items", "range", "findings");
    assertThat(Arrays.stream(SparkAdvisor.schema().fields()).filter(f -> f.getComment().isEmpty()))
        .isEmpty();
  }

  @Test
  void refusesAColumnThatHoldsNoText() {
    Dataset<Row> documents = documents("a", VALID).withColumn("number", lit(1));
    assertThatThrownBy(() -> SparkAdvisor.standard().assess(documents, col("id"), col("number")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the column 'number' holds int; fact sets are text (string or binary)");
  }

  @Test
  void sendsNoRuleBaseAround() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(new DocumentAssessor(null, DAY, false, new RecordRows(false)));
    }
    assertThat(sent.toString(StandardCharsets.ISO_8859_1).length()).isLessThan(1000);
  }
}
