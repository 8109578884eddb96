package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.FactItem;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.FileTarget;
import eu.policyadvisor.cli.io.Progress;
import eu.policyadvisor.cli.io.Spool;
import eu.policyadvisor.inventory.FactFile;
import eu.policyadvisor.inventory.Inventories;
import eu.policyadvisor.inventory.InventoryForm;
import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.yaml.YamlReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one fact file of inventories. */
final class ImportRun {
  /** From so many bytes on a terminal shows how far it is. */
  private static final long LARGE = 16L << 20;

  private static final int MEGABYTE = 1_000_000;

  private final Door door;
  private final @Nullable Path output;
  private Exit exit = Exit.DONE;

  /**
   * To a file, or to standard output.
   *
   * @param output the file; null for standard output
   */
  ImportRun(Door door, @Nullable Path output) {
    this.door = door;
    this.output = output;
  }

  /** Reads what the arguments name, and writes what came of it. */
  Exit run(List<String> files, @Nullable Path rules) throws IOException {
    FactFiles found = FactFiles.withInventories(files);
    exit = door.say(found.problems(), Exit.USAGE);
    try (Spool remarks = new Spool()) {
      Inventories inventories =
          new Inventories(
              door.advisor(rules).knowledge().catalogue(),
              remark -> remarks.add("#   " + FactFile.comment(remark.toString())));
      try (Progress progress = progress(found.names())) {
        Bytes read = new Bytes(progress);
        for (String file : found.names()) {
          read(file, inventories, read);
        }
      }
      if (inventories.facts().isPresent()) {
        write(inventories, remarks);
      }
    }
    door.out().flush();
    return exit;
  }

  private Progress progress(List<String> names) throws IOException {
    long total = 0;
    for (String name : names) {
      Path file = Path.of(name);
      total += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return total < LARGE
        ? Progress.none(door)
        : Progress.of(door, "MB", 0, Math.max(1, total / MEGABYTE));
  }

  private void read(String name, Inventories inventories, Bytes read) {
    boolean standard = name.equals(FactFiles.STANDARD_INPUT);
    String label = standard ? FactItem.STANDARD_INPUT : name;
    List<Problem> problems;
    try {
      problems = standard ? fromMemory(label, inventories) : fromFile(name, inventories, read);
    } catch (IOException e) {
      read.progress.print(door.err(), Faults.unreadable(label, e) + "\n");
      exit = exit.or(Exit.USAGE);
      return;
    }
    for (Problem problem : problems) {
      read.progress.print(door.err(), problem + "\n");
      exit = exit.or(Exit.INVALID_FACTS);
    }
  }

  private static List<Problem> fromFile(String name, Inventories inventories, Bytes read)
      throws IOException {
    Optional<InventoryForm> form = Recognition.of(Path.of(name));
    if (form.isEmpty()) {
      return List.of(stranger(name));
    }
    try (InputStream in =
        new BufferedInputStream(read.counting(Files.newInputStream(Path.of(name))))) {
      return inventories.read(name, form.get(), in);
    }
  }

  private List<Problem> fromMemory(String label, Inventories inventories) throws IOException {
    byte[] text = door.in().readNBytes(YamlReader.MAX_BYTES + 1);
    if (text.length > YamlReader.MAX_BYTES) {
      return List.of(
          Problem.of(
              label,
              "is larger than "
                  + (YamlReader.MAX_BYTES >> 20)
                  + " MiB, the most that is read of standard input; name the file"));
    }
    Optional<InventoryForm> form = Recognition.of(text);
    return form.isEmpty()
        ? List.of(stranger(label))
        : inventories.read(label, form.get(), new ByteArrayInputStream(text));
  }

  private static Problem stranger(String label) {
    return Problem.of(
        label,
        "is no inventory that is known: no CycloneDX, SPDX 3, Kubernetes manifest, model card or"
            + " model configuration; fact files need no import");
  }

  private void write(Inventories inventories, Spool remarks) throws IOException {
    if (output == null) {
      write(inventories, remarks, door.out());
      return;
    }
    try (FileTarget target = FileTarget.whole(output)) {
      write(inventories, remarks, target);
      target.finish();
    } catch (IOException e) {
      exit = exit.or(door.say(List.of(Faults.unwritable(output, e)), Exit.USAGE));
    }
  }

  private static void write(Inventories inventories, Spool remarks, Appendable to)
      throws IOException {
    FactFile.write(inventories, to);
    if (remarks.size() > 0) {
      to.append("# No fact is made of:\n");
      remarks.copyTo(to);
    }
  }

  /** Counts what was read of all files. */
  private static final class Bytes {
    private final Progress progress;
    private long read;

    Bytes(Progress progress) {
      this.progress = progress;
    }

    InputStream counting(InputStream of) {
      return new FilterInputStream(of) {
        @Override
        public int read() throws IOException {
          int one = in.read();
          count(one < 0 ? 0 : 1);
          return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          int some = in.read(target, offset, length);
          count(Math.max(0, some));
          return some;
        }
      };
    }

    private void count(int bytes) {
      read += bytes;
      progress.stepTo(read / MEGABYTE);
    }
  }
}
