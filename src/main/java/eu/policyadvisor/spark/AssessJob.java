package eu.policyadvisor.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The job for {@code spark-submit}: assesses fact sets, writes results and counts stances. */
@Command(
    name = "AssessJob",
    sortOptions = false,
    description = "Assess fact sets on a cluster and write findings and recommendations.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; what is wrong with a fact set stands in its row",
      "1:the job failed",
      "2:usage, or input or output that cannot be used"
    })
public final class AssessJob implements Callable<Integer> {
  /** A fact set takes its own time; small pieces keep all cores busy to the end. */
  private static final int PIECES_PER_CORE = 4;

  @Parameters(
      index = "0",
      paramLabel = "INPUT",
      description = "Fact sets: a file, a directory or a pattern, anywhere Spark can read.")
  private String input = "";

  @Parameters(
      index = "1",
      paramLabel = "OUTPUT",
      description = "A directory that is not there yet.")
  private String output = "";

  @Option(
      names = "--input",
      paramLabel = "FORM",
      description =
          "yaml: files of YAML or JSON; jsonl: a JSON object a line; parquet: a column."
              + " Default: what INPUT ends in, else yaml.")
  private @Nullable Form form;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      defaultValue = "facts",
      description = "Column of Parquet that holds fact sets. Default: ${DEFAULT-VALUE}.")
  private String column = "";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "source",
      description = "Column of Parquet that says what they are called. Default: ${DEFAULT-VALUE}.")
  private String source = "";

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "parquet",
      description = "Form of OUTPUT: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Written written = Written.PARQUET;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The date the advice is given for. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli reads the annotation
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is not a date; write year-month-day, such as 2026-11-01");
      }
    }
  }

  /** Runs the job; a failure ends the process with an exit code. */
  public static void main(String[] args) {
    int exit =
        new CommandLine(new AssessJob())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((e, all) -> refuse(e.getCommandLine(), e))
            .setExecutionExceptionHandler(AssessJob::failed)
            .execute(args);
    if (exit != CommandLine.ExitCode.OK) {
      System.exit(exit);
    }
  }

  private static int refuse(CommandLine line, Exception e) {
    line.getErr()
        .println("AssessJob: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    line.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** Spark says so when it cannot use what it was told to. */
  private static int failed(Exception e, CommandLine line, ParseResult arguments) throws Exception {
    if (e instanceof AnalysisException) {
      return refuse(line, e);
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    try (SparkSession spark =
        SparkSession.builder().appName("EU AI Policy Advisor").getOrCreate()) {
      Path directory = new Path(output);
      if (directory.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(directory)) {
        throw new ParameterException(
            spec.commandLine(), "'" + output + "' is there already; name a new directory");
      }
      results(spark).write().format(written.toString()).save(output);
      summarise(spark, start);
      return CommandLine.ExitCode.OK;
    }
  }

  private Dataset<Row> results(SparkSession spark) {
    SparkAdvisor advisor = SparkAdvisor.standard();
    if (asOf != null) {
      advisor = advisor.asOf(asOf);
    }
    return switch (form == null ? Form.of(input) : form) {
      case YAML ->
          advisor.assess(
              inPieces(
                  spark
                      .read()
                      .option("wholetext", true)
                      .option("recursiveFileLookup", true)
                      .text(input)
                      .select(col("_metadata.file_path").as("file"), col("value"))),
              col("file"),
              col("value"));
      case JSONL ->
          advisor.assessLines(
              inPieces(NumberedLines.read(spark, input)),
              col(NumberedLines.FILE),
              col(NumberedLines.LINE),
              col(NumberedLines.TEXT));
      case PARQUET ->
          advisor.assess(
              inPieces(spark.read().parquet(input).select(source, column)),
              col(source),
              col(column));
    };
  }

  private static Dataset<Row> inPieces(Dataset<Row> documents) {
    int pieces = PIECES_PER_CORE * documents.sparkSession().sparkContext().defaultParallelism();
    return documents.javaRDD().getNumPartitions() < pieces
        ? documents.repartition(pieces)
        : documents;
  }

  /** Counts what was written: a count along the way would count what is tried again twice. */
  private void summarise(SparkSession spark, long start) {
    Map<Stance, Long> stances = new HashMap<>();
    long errors = 0;
    for (Row row :
        spark
            .read()
            .schema(SparkAdvisor.schema())
            .format(written.toString())
            .load(output)
            .groupBy("stance")
            .agg(count(lit(1)))
            .collectAsList()) {
      if (row.isNullAt(0)) {
        errors = row.getLong(1);
      } else {
        stances.put(Stance.valueOf(row.getString(0).toUpperCase(Locale.ROOT)), row.getLong(1));
      }
    }
    long sets = stances.values().stream().mapToLong(Long::longValue).sum();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "assessed  %,d fact sets, %,d documents with errors, in %,.2f s%n",
        sets,
        errors,
        Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    if (!stances.isEmpty()) {
      out.println(
          Arrays.stream(Stance.values())
              .filter(stances::containsKey)
              .map(
                  each ->
                      String.format(Locale.ROOT, "%s %,d", Names.inFile(each), stances.get(each)))
              .collect(Collectors.joining(", ", "stances   ", "")));
    }
    out.flush();
  }
}
