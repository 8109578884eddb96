package eu.policyadvisor.cli.io;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

  /** Writes the file as a whole or not at all. */
  public void write(String text) throws IOException {
    write(file, text);
  }

  /** The same for any text. */
  public static void write(Path file, String text) throws IOException {
    try (FileTarget target = FileTarget.whole(file)) {
      target.write(text);
      target.finish();
    }
  }

  /** Reads {@code json=result.json}. */
  abstract static class Converter<F extends Enum<F>> implements ITypeConverter<Output<F>> {
    private final Class<F> formats;

    private Converter(Class<F> formats) {
      this.formats = formats;
    }

    @Override
    public Output<F> convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new TypeConversionException(
            "'" + value + "' is not FORMAT=FILE, such as json=result.json");
      }
      try {
        return new Output<>(
            Choice.of(formats, value.substring(0, equals)), Path.of(value.substring(equals + 1)));
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

  /** Of a report of calendars. */
  public static final class OfCalendars extends Converter<Choice.CalendarFormat> {
    OfCalendars() {
      super(Choice.CalendarFormat.class);
    }
  }
}
