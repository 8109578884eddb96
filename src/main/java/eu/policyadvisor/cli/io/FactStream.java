package eu.policyadvisor.cli.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What the files that the arguments of a command name hold, one piece at a time and in their order:
 * YAML files and inventories as they are, JSON Lines line by line.
 */
public final class FactStream implements Iterator<FactItem>, Closeable {
  private final Iterator<String> files;
  private final InputStream standardInput;
  private final Choice.Input form;
  private @Nullable FactItem next;
  private @Nullable Lines lines;
  private String file = "";

  /**
   * Opens the stream; no file is opened before it is its turn.
   *
   * @param files the files as the user named them; - is standard input
   * @param standardInput standard input
   * @param form how files are read
   */
  public FactStream(List<String> files, InputStream standardInput, Choice.Input form) {
    this.files = files.iterator();
    this.standardInput = standardInput;
    this.form = form;
  }

  /**
   * How many pieces there are; negative when that cannot be known beforehand. What cannot be read
   * is counted as one piece.
   */
  public static long count(List<String> files, Choice.Input form) {
    long count = 0;
    for (String file : files) {
      if (!holdsLines(file, form)) {
        count++;
      } else if (file.equals(FactFiles.STANDARD_INPUT)
          || !Files.isRegularFile(Path.of(file)) && Files.exists(Path.of(file))) {
        return -1;
      } else {
        try (Lines lines = new Lines(file, Files.newInputStream(Path.of(file)))) {
          while (lines.next() != null) {
            count++;
          }
        } catch (IOException e) {
          count++; // The fault is reported when it is the turn of the file.
        }
      }
    }
    return count;
  }

  /** Whether a file holds a fact set on each line. */
  public static boolean holdsLines(String file, Choice.Input form) {
    String name = file.toLowerCase(Locale.ROOT);
    return switch (form) {
      case YAML -> false;
      case JSONL -> true;
      case AUTO -> name.endsWith(".jsonl") || name.endsWith(".ndjson");
    };
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  @Override
  public FactItem next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    FactItem item = next;
    next = null;
    return item;
  }

  private @Nullable FactItem find() {
    while (true) {
      if (lines != null) {
        FactItem line = line(lines);
        if (line != null) {
          return line;
        }
      } else if (!files.hasNext()) {
        return null;
      } else {
        FactItem item = open(files.next());
        if (item != null) {
          return item;
        }
      }
    }
  }

  /** The next line; null at the end. */
  private @Nullable FactItem line(Lines from) {
    try {
      FactItem line = from.next();
      if (line == null) {
        close();
      }
      return line;
    } catch (IOException e) {
      lines = null;
      return FactItem.unreadable(file, e);
    }
  }

  /** A YAML file; null for one of lines, which is opened. */
  private @Nullable FactItem open(String name) {
    boolean standard = name.equals(FactFiles.STANDARD_INPUT);
    if (!holdsLines(name, form)) {
      return standard ? FactItem.ofStandardInput(standardInput, form) : FactItem.ofFile(name, form);
    }
    file = standard ? FactItem.STANDARD_INPUT : name;
    try {
      lines = new Lines(file, standard ? standardInput : Files.newInputStream(Path.of(name)));
      return null;
    } catch (IOException e) {
      return FactItem.unreadable(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }
}
