package eu.policyadvisor.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words. */
final class Faults {
  private Faults() {}

  static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    } else if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return "there is no such file or directory";
    } else if (fault instanceof FileSystemException of && of.getReason() != null) {
      return of.getReason();
    }
    String message = fault.getMessage();
    return message == null ? "reading or writing failed" : message;
  }
}
