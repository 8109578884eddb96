package eu.policyadvisor.spark;

import eu.policyadvisor.report.JsonDocument;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of a dataset of results: an assessment as in the JSON report, or what is wrong. */
final class ResultRows {
  static final String SOURCE = "source";
  static final String LINE = "line";
  static final String ERROR = "error";
  static final StructType SCHEMA = schema();

  private static final int OWN_COLUMNS = 3;

  private ResultRows() {}

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add(SOURCE, DataTypes.StringType, true, "What the document is called.")
            .add(
                LINE, DataTypes.IntegerType, true, "The line at which the fact set begins, from 1.")
            .add(
                ERROR,
                DataTypes.StringType,
                true,
                "What is wrong with the document, a line each; the columns after it are null then.");
    for (StructField field : RecordRows.schema(JsonDocument.OfSubject.class).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  static Row assessed(
      @Nullable String source, int line, JsonDocument.OfSubject assessment, RecordRows records) {
    @Nullable Object[] values = records.values(assessment);
    @Nullable Object[] row = new Object[OWN_COLUMNS + values.length];
    row[0] = source;
    row[1] = line;
    System.arraycopy(values, 0, row, OWN_COLUMNS, values.length);
    return RowFactory.create(row);
  }

  static Row failed(@Nullable String source, @Nullable Integer line, String error) {
    @Nullable Object[] row = new Object[SCHEMA.length()];
    row[0] = source;
    row[1] = line;
    row[2] = error;
    return RowFactory.create(row);
  }
}
