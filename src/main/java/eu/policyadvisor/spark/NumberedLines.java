package eu.policyadvisor.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Lines with their numbers, which Spark does not know: it reads files in splits, in parallel. The
 * lines of each split are counted first, so that each split knows how many stand before it.
 */
final class NumberedLines implements MapPartitionsFunction<Row, Row> {
  static final String FILE = "file";
  static final String LINE = "line";
  static final String TEXT = "text";

  private static final long serialVersionUID = 1;

  private static final String START = "start";
  private static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(LINE, DataTypes.IntegerType)
          .add(TEXT, DataTypes.BinaryType);

  private final Map<Split, Integer> before;

  private record Split(String file, long start) implements Serializable {
    static Split of(Row row) {
      return new Split(row.getString(0), row.getLong(1));
    }
  }

  private NumberedLines(Map<Split, Integer> before) {
    this.before = Map.copyOf(before);
  }

  /** The lines of a file, or of all files in a directory, that are not blank. */
  static Dataset<Row> read(SparkSession spark, String input) {
    Dataset<Row> lines =
        spark
            .read()
            .option("lineSep", "\n")
            .text(input)
            .select(
                col("_metadata.file_path").as(FILE),
                col("_metadata.file_block_start").as(START),
                col("value").cast(DataTypes.BinaryType).as(TEXT));
    return lines.mapPartitions(new NumberedLines(linesBefore(lines)), Encoders.row(SCHEMA));
  }

  private static Map<Split, Integer> linesBefore(Dataset<Row> lines) {
    Map<Split, Integer> before = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    lines
        .groupBy(FILE, START)
        .agg(count(lit(1)))
        .orderBy(FILE, START)
        .collectAsList()
        .forEach(
            split -> {
              int count = Math.toIntExact(split.getLong(2));
              int end = seen.merge(split.getString(0), count, Math::addExact);
              before.put(Split.of(split), end - count);
            });
    return before;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> lines) {
    Map<Split, Integer> last = new HashMap<>();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
        .map(
            line -> {
              Split split = Split.of(line);
              int number = last.getOrDefault(split, Objects.requireNonNull(before.get(split))) + 1;
              last.put(split, number);
              return RowFactory.create(line.getString(0), number, line.getAs(2));
            })
        .filter(line -> !isBlank(line.getAs(2)))
        .iterator();
  }

  private static boolean isBlank(byte[] text) {
    for (byte each : text) {
      if (!Character.isWhitespace(each)) {
        return false;
      }
    }
    return true;
  }
}
