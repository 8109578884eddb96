package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory that keeps every version of every list: the file as it was, and beside it what is
 * known of it. A version is put in its place whole or not at all.
 */
public final class ListStore {
  private static final String ABOUT = "about.properties";
  private static final String LIST = "list.";
  private static final double LEAST_OF_BEFORE = 0.9;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Comparator<KeptList> BY_ID_AND_DATE =
      Comparator.comparing(KeptList::id)
          .thenComparing(KeptList::date)
          .thenComparing(KeptList::imported)
          .thenComparing(KeptList::sha256);

  private final Path directory;

  /** In a directory, which need not be there yet. */
  public ListStore(Path directory) {
    this.directory = directory;
  }

  /**
   * What became of an import.
   *
   * @param kept the version
   * @param isNew whether it was not there before
   * @param before the version before it; null for none
   */
  public record Added(KeptList kept, boolean isNew, @Nullable KeptList before) {
    /** Whether so many rows are gone that the file may be cut off between two of them. */
    public boolean shrank() {
      return before != null && kept.rows() < before.rows() * LEAST_OF_BEFORE;
    }
  }

  /**
   * Keeps a list.
   *
   * @param label what messages call the file
   * @param bytes what it holds
   * @param id what it is to be called; null for what its form is called
   * @param date the day it is of, where it does not say so itself; null when nobody knows
   * @param today the day of import
   * @throws InvalidListException if it is no list, or says another day itself
   * @throws IOException if it cannot be written
   */
  public Added add(
      String label, byte[] bytes, @Nullable String id, @Nullable LocalDate date, LocalDate today)
      throws InvalidListException, IOException {
    ScreeningList list = ListReader.read(label, bytes);
    if (date != null && list.date() != null && !date.equals(list.date())) {
      throw new InvalidListException(
          Problem.of(label, "says that it is of " + list.date() + ", not of " + date));
    }
    String name = id == null ? list.format().id() : id;
    if (!ID.matcher(name).matches()) {
      throw new InvalidListException(
          Problem.of(label, "'" + name + "' cannot name a list; take small letters, digits and -"));
    }
    String sha256 = sha256(bytes);
    List<KeptList> versions = all().stream().filter(each -> each.id().equals(name)).toList();
    Optional<KeptList> same =
        versions.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
    if (same.isPresent() && (date == null || date.equals(same.get().date()))) {
      return new Added(same.get(), false, null);
    }
    KeptList.Dated dated =
        list.date() != null
            ? KeptList.Dated.BY_LIST
            : date != null ? KeptList.Dated.BY_USER : KeptList.Dated.BY_IMPORT;
    LocalDate day = Objects.requireNonNullElse(list.date(), date == null ? today : date);
    Path place = directory.resolve(name).resolve(day + "_" + sha256.substring(0, 12));
    KeptList kept =
        new KeptList(
            name,
            list.format().title(),
            day,
            dated,
            today,
            list.rows().size(),
            sha256,
            Objects.toString(Path.of(label).getFileName(), label),
            place.resolve(LIST + list.format().extension()));
    put(kept, bytes, place);
    return new Added(
        kept,
        true,
        versions.stream()
            .filter(each -> each.date().isBefore(day))
            .reduce((earlier, later) -> later)
            .orElse(null));
  }

  private void put(KeptList kept, byte[] bytes, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    Path part = Files.createTempDirectory(directory, ".part-");
    try {
      Files.write(part.resolve(kept.file().getFileName()), bytes);
      Files.writeString(part.resolve(ABOUT), about(kept));
      if (Files.exists(place)) {
        delete(place);
      }
      Files.move(part, place);
    } finally {
      delete(part);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  private static String about(KeptList kept) {
    return String.join(
        "\n",
        "# Written by 'advisor lists import'.",
        "title=" + kept.title(),
        "date=" + kept.date(),
        "dated=" + kept.dated().word(),
        "imported=" + kept.imported(),
        "rows=" + kept.rows(),
        "sha256=" + kept.sha256(),
        "from=" + Plain.text(kept.from()).replace("\\", "\\\\"),
        "file=" + kept.file().getFileName(),
        "");
  }

  /**
   * All versions of all lists, by name and date.
   *
   * @throws InvalidListException if what is known of one cannot be understood
   * @throws IOException if the directory cannot be read
   */
  public List<KeptList> all() throws InvalidListException, IOException {
    List<KeptList> all = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      for (Path list : directories(directory)) {
        for (Path version : directories(list)) {
          if (Files.exists(version.resolve(ABOUT))) {
            all.add(kept(list.getFileName().toString(), version));
          }
        }
      }
    }
    all.sort(BY_ID_AND_DATE);
    return all;
  }

  private static List<Path> directories(Path of) throws IOException {
    List<Path> directories = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(of, Files::isDirectory)) {
      for (Path each : entries) {
        if (!each.getFileName().toString().startsWith(".")) {
          directories.add(each);
        }
      }
    }
    return directories;
  }

  private static KeptList kept(String id, Path version) throws InvalidListException, IOException {
    Path about = version.resolve(ABOUT);
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(about)));
      return new KeptList(
          id,
          value(properties, "title"),
          LocalDate.parse(value(properties, "date")),
          KeptList.Dated.of(value(properties, "dated")),
          LocalDate.parse(value(properties, "imported")),
          Integer.parseInt(value(properties, "rows")),
          value(properties, "sha256"),
          value(properties, "from"),
          version.resolve(value(properties, "file")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InvalidListException(
          Problem.of(
              about.toString(),
              "cannot be understood (" + e.getMessage() + "); import the list again"));
    }
  }

  private static String value(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("it lacks '" + key + "'");
    }
    return value;
  }

  /**
   * The versions that hold on a day: of each list the latest that is not of a later day, else the
   * earliest. So what was found for a day stays when a later version is imported.
   */
  public static List<KeptList> holding(List<KeptList> all, LocalDate day) {
    List<KeptList> holding = new ArrayList<>();
    for (String id : all.stream().map(KeptList::id).distinct().toList()) {
      List<KeptList> versions = all.stream().filter(each -> each.id().equals(id)).toList();
      holding.add(
          versions.stream()
              .filter(each -> !each.date().isAfter(day))
              .reduce((earlier, later) -> later)
              .orElse(versions.get(0)));
    }
    return holding;
  }

  /**
   * Reads a version.
   *
   * @throws InvalidListException if it is not as it was when it was imported
   * @throws IOException if it cannot be read
   */
  public static ScreeningList read(KeptList kept) throws InvalidListException, IOException {
    return ListReader.read(kept.file().toString(), bytes(kept));
  }

  /** What the file of a version holds, if that is what was imported. */
  static byte[] bytes(KeptList kept) throws InvalidListException, IOException {
    byte[] bytes = Files.readAllBytes(kept.file());
    if (!sha256(bytes).equals(kept.sha256())) {
      throw new InvalidListException(
          Problem.of(
              kept.file().toString(),
              "is not as it was imported: its SHA-256 is not "
                  + kept.sha256()
                  + "; import the list again"));
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
