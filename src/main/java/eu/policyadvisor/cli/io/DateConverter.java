package eu.policyadvisor.cli.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date as fact files write it. */
public final class DateConverter implements ITypeConverter<LocalDate> {
  private static final int LAST_YEAR = 9999;

  @Override
  public LocalDate convert(String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below, as is a year that no advice can be for.
    }
    throw new TypeConversionException(
        "'" + value + "' is not a date; write year-month-day, such as 2026-11-01");
  }
}
