package eu.policyadvisor.cli.io;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that goes to a file.
 *
 * @param format its form
 * @param file where it goes
 * @param <F> the forms there are
 */
public record Output<F extends Enum<F>>(F format, Path file) {

  /** The form that an ending tells, by the name of its constant. */
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("txt", "TEXT"),
          Map.entry("md", "MARKDOWN"),
          Map.entry("html", "HTML"),
          Map.entry("pdf", "PDF"),
          Map.entry("docx", "DOCX"),
          Map.entry("json", "JSON"),
          Map.entry("jsonl", "JSONL"),
          Map.entry("csv", "CSV"),
          Map.entry("sarif", "SARIF"),
          Map.entry("ics", "ICS"));

  /** Writes the file as a whole or not at all. */
  public void write(String text) throws IOException {
    write(file, text);
  }

  /** The same for bytes. */
  public void write(byte[] bytes) throws IOException {
    try (FileTarget target = FileTarget.whole(file)) {
      target.write(bytes);
      target.finish();
    }
  }

  /**
   * Refuses one file for two reports.
   *
   * @throws UsageException if there is one
   */
  public static void requireDifferent(List<? extends Output<?>> outputs) {
    Set<Path> seen = new HashSet<>();
    for (Output<?> output : outputs) {
      if (!seen.add(output.file().toAbsolutePath().normalize())) {
        throw new UsageException("two reports go to '" + output.file() + "'; name two files");
      }
    }
  }

  /** The same for any text. */
  public static void write(Path file, String text) throws IOException {
    try (FileTarget target = FileTarget.whole(file)) {
      target.write(text);
      target.finish();
    }
  }

  /** Reads {@code json=result.json}, or {@code result.json} alone. */
  abstract static class Converter<F extends Enum<F>> implements ITypeConverter<Output<F>> {
    private final Class<F> formats;

    private Converter(Class<F> formats) {
      this.formats = formats;
    }

    private F byEnding(String file) {
      int dot = file.lastIndexOf('.');
      String ending = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
      String name = ENDINGS.getOrDefault(ending, "");
      return Stream.of(formats.getEnumConstants())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "the ending of '%s' tells no form; write FORMAT=FILE, with one of %s"
                          .formatted(
                              file,
                              Stream.of(formats.getEnumConstants())
                                  .map(F::toString)
                                  .collect(Collectors.joining(", ")))));
    }

    @Override
    public Output<F> convert(String value) {
      int equals = value.indexOf('=');
      try {
        if (equals < 0) {
          return new Output<>(byEnding(value), Path.of(value));
        } else if (equals > 0 && equals < value.length() - 1) {
          return new Output<>(
              Choice.of(formats, value.substring(0, equals)), Path.of(value.substring(equals + 1)));
        }
        throw new TypeConversionException(
            "'" + value + "' is not FORMAT=FILE, such as json=result.json");
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + e.getInput() + "' is not a file name");
      }
    }
  }

  /** Of a report of assessments. */
  public static final class OfAssessments extends Converter<Choice.ReportFormat> {
    OfAssessments() {
      super(Choice.ReportFormat.class);
    }
  }

  /** Of a report of explanations. */
  public static final class OfExplanations extends Converter<Choice.Format> {
    OfExplanations() {
      super(Choice.Format.class);
    }
  }

  /** Of briefs. */
  public static final class OfBriefs extends Converter<BriefFormat> {
    OfBriefs() {
      super(BriefFormat.class);
    }
  }

  /** Of a report of calendars. */
  public static final class OfCalendars extends Converter<Choice.CalendarFormat> {
    OfCalendars() {
      super(Choice.CalendarFormat.class);
    }
  }
}
