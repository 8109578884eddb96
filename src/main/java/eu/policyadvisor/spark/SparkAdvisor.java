package eu.policyadvisor.spark;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Assesses fact sets on a cluster, with the knowledge base that ships with this library.
 *
 * <pre>{@code
 * Dataset<Row> documents = spark.read().parquet("facts.parquet");
 * Dataset<Row> results = SparkAdvisor.standard().assess(documents, col("id"), col("facts"));
 * results.groupBy("stance").count().show();
 * }</pre>
 *
 * <p>Each executor makes one rule base, which all its tasks share. What is wrong with a document
 * becomes a row and stops nothing.
 */
public final class SparkAdvisor {
  private static final String FACTS = "facts";

  private final @Nullable LocalDate asOf;
  private final boolean statuses;

  private SparkAdvisor(@Nullable LocalDate asOf, boolean statuses) {
    this.asOf = asOf;
    this.statuses = statuses;
  }

  /** Assesses facts on the date they name, else on the day on which the dataset is made. */
  public static SparkAdvisor standard() {
    return new SparkAdvisor(null, false);
  }

  /** The same for one date, whatever facts name. */
  public SparkAdvisor asOf(LocalDate day) {
    return new SparkAdvisor(day, statuses);
  }

  /** The same with what came of each rule, in the column {@code rules}, which else is null. */
  public SparkAdvisor withStatuses() {
    return new SparkAdvisor(asOf, true);
  }

  /**
   * The columns of results: {@code source}, {@code line}, {@code error}, and those of an assessment
   * in the JSON report, nested as there. Each has a comment that says what it holds, unless its
   * name does.
   */
  public static StructType schema() {
    return ResultRows.SCHEMA;
  }

  /**
   * Assesses documents, each of which holds what a fact file holds.
   *
   * @param documents any dataset; it keeps its partitions
   * @param source what a document is called, in results and in messages
   * @param facts YAML or JSON: text, or bytes in UTF-8
   * @return a row for each fact set, and one for each document in which something is wrong
   * @throws IllegalArgumentException if the column of facts holds something else than text
   */
  public Dataset<Row> assess(Dataset<?> documents, Column source, Column facts) {
    return assessLines(documents, source, lit(null), facts);
  }

  /**
   * Assesses lines of JSON Lines, each of which holds one fact set.
   *
   * @param lines any dataset; it keeps its partitions
   * @param source what the file of a line is called, in results and in messages
   * @param line the number of the line in it, from 1
   * @param facts a JSON object: text, or bytes in UTF-8
   * @return a row for each line
   * @throws IllegalArgumentException if the column of facts holds something else than text
   */
  public Dataset<Row> assessLines(Dataset<?> lines, Column source, Column line, Column facts) {
    Dataset<Row> rows =
        lines.select(
            source.cast(DataTypes.StringType).as(ResultRows.SOURCE),
            line.cast(DataTypes.IntegerType).as(ResultRows.LINE),
            facts.as(FACTS));
    DataType type = rows.schema().apply(FACTS).dataType();
    if (!type.equals(DataTypes.StringType) && !type.equals(DataTypes.BinaryType)) {
      throw new IllegalArgumentException(
          "the column '%s' holds %s; fact sets are text (string or binary)"
              .formatted(facts, type.simpleString()));
    }
    String localDates = rows.sparkSession().conf().get("spark.sql.datetime.java8API.enabled");
    // As bytes, text that is not UTF-8 is seen, and nothing is decoded twice.
    return rows.withColumn(FACTS, rows.col(FACTS).cast(DataTypes.BinaryType))
        .mapPartitions(
            new DocumentAssessor(
                asOf,
                LocalDate.now(ZoneId.systemDefault()),
                statuses,
                new RecordRows(Boolean.parseBoolean(localDates))),
            Encoders.row(ResultRows.SCHEMA));
  }
}
