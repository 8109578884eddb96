package eu.policyadvisor.benchmark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.spark.SparkAdvisor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Times Spark against a loop over the same documents on as many threads, in turn and in one
 * process. Both read, assess and make the whole result; the loop drops it, Spark puts it into rows.
 */
public final class SparkThroughput {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int WARM_UP_PART = 5;
  private static final Path WORK = Path.of("target/benchmark-spark");

  private final Advisor advisor = Advisor.standard();
  private final JsonReport report = new JsonReport();
  private final int threads;

  private SparkThroughput(int threads) {
    this.threads = threads;
  }

  /**
   * Measures.
   *
   * @param args number of fact sets, of threads and of rounds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int sets = Integer.parseInt(args[0]);
    SparkThroughput measured = new SparkThroughput(Integer.parseInt(args[1]));
    int rounds = Integer.parseInt(args[2]);
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[" + args[1] + "]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.warehouse.dir", WORK.resolve("warehouse").toString())
            .getOrCreate()) {
      List<String> warmUp = documents(sets / WARM_UP_PART);
      measured.loop(warmUp);
      measured.spark(dataset(spark, "warm-up", warmUp));
      List<String> documents = documents(sets);
      Dataset<Row> dataset = dataset(spark, "all", documents);
      double[] loop = new double[rounds];
      double[] onSpark = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        Map<String, Integer> expected = measured.loop(documents);
        long between = System.nanoTime();
        measured.spark(dataset);
        long end = System.nanoTime();
        loop[round] = sets * 1e9 / (between - start);
        onSpark[round] = sets * 1e9 / (end - between);
        System.out.printf(
            Locale.ROOT,
            "round %d: loop %.0f/s, Spark %.0f/s%n",
            round,
            loop[round],
            onSpark[round]);
        if (round == 0) {
          requireSame(expected, measured.stances(dataset));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| loop, fact sets/s | Spark, fact sets/s | Spark in parts of the loop |%n|---|---|---|%n"
              + "| %.0f | %.0f | %.2f |%n",
          median(loop),
          median(onSpark),
          median(onSpark) / median(loop));
    }
  }

  private static List<String> documents(int count) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String directory : List.of("facts/examples", "facts/cases")) {
      try (Stream<Path> files = Files.list(Path.of(directory))) {
        for (Path file : files.sorted().toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(texts.get(i % texts.size()));
    }
    return documents;
  }

  private static Dataset<Row> dataset(SparkSession spark, String name, List<String> documents) {
    Path file = WORK.resolve(name + ".parquet");
    spark
        .createDataset(documents, Encoders.STRING())
        .write()
        .mode("overwrite")
        .parquet(file.toString());
    int pieces = 8 * spark.sparkContext().defaultParallelism();
    return spark.read().parquet(file.toString()).repartition(pieces);
  }

  private Map<String, Integer> loop(List<String> documents) throws InterruptedException {
    Map<String, Integer> stances = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            for (int at = next.getAndIncrement();
                at < documents.size();
                at = next.getAndIncrement()) {
              assess(documents.get(at), stances);
            }
          });
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
      throw new IllegalStateException("the loop did not end within an hour");
    }
    return stances;
  }

  private void assess(String document, Map<String, Integer> stances) {
    byte[] text = document.getBytes(StandardCharsets.UTF_8);
    try {
      for (FactSet facts : advisor.read("facts", new ByteArrayInputStream(text)).factSets()) {
        String stance = Names.inFile(report.ofSubject(advisor.advise(facts, DAY)).stance());
        stances.merge(stance, 1, Integer::sum);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Dataset<Row> results(Dataset<Row> documents) {
    return SparkAdvisor.standard().asOf(DAY).assess(documents, lit("facts"), col("value"));
  }

  private void spark(Dataset<Row> documents) {
    results(documents).write().format("noop").mode("overwrite").save();
  }

  private Map<String, Integer> stances(Dataset<Row> documents) {
    Map<String, Integer> stances = new TreeMap<>();
    results(documents)
        .groupBy("stance")
        .count()
        .collectAsList()
        .forEach(row -> stances.put(row.getString(0), (int) row.getLong(1)));
    return stances;
  }

  private static void requireSame(Map<String, Integer> loop, Map<String, Integer> spark) {
    System.out.println("stances " + loop);
    if (!loop.equals(spark)) {
      throw new IllegalStateException("the loop counted " + loop + ", Spark " + spark);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
