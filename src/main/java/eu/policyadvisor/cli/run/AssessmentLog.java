package eu.policyadvisor.cli.run;

import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.rule.Stance;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What came of inputs that were assessed already, so that a run that was interrupted can go on: an
 * entry for each, in their order, and how long the reports were after it. It holds for one set of
 * inputs, rules and options only.
 */
final class AssessmentLog implements Closeable {
  private static final String HEAD = "advisor assessment log 2\n";
  private static final int STATE_BYTES = 32;

  private static final Set<String> STANCES =
      Stream.of(Stance.values()).map(Stance::name).collect(Collectors.toUnmodifiableSet());

  private static final long DAY = (long) HEAD.length() + STATE_BYTES;
  private static final long CHECK = DAY + Long.BYTES;
  private static final long START = CHECK + Long.BYTES;

  private final RandomAccessFile file;
  private final int printed;
  private final int files;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long end = START;
  private int size;
  private Entry last = new Entry(Outcome.NOTHING, List.of());

  private AssessmentLog(RandomAccessFile file, int printed, int files) {
    this.file = file;
    this.printed = printed;
    this.files = files;
  }

  /**
   * What came of one input.
   *
   * @param outcome of its pieces of reports only the one for standard output
   * @param lengths bytes of the reports in files after it
   */
  record Entry(Outcome outcome, List<Long> lengths) {
    Entry {
      lengths = List.copyOf(lengths);
    }
  }

  /** Takes entries in their order. */
  interface Reader {
    void accept(Entry entry) throws IOException;
  }

  /**
   * Opens a log and keeps others from doing so.
   *
   * @param path made when it is not there
   * @param printed how many reports the run prints
   * @param files how many it writes to files
   * @throws IOException if it cannot be read or written, is in use, or is something else
   */
  static AssessmentLog open(Path path, int printed, int files) throws IOException {
    // Says why it cannot be opened, as the next line does not.
    Files.newByteChannel(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
        .close();
    AssessmentLog log =
        new AssessmentLog(new RandomAccessFile(path.toFile(), "rw"), printed, files);
    try {
      log.lock();
      if (log.file.length() > 0 && !log.head().equals(HEAD)) {
        throw new IOException("it is no log of assessments; name another file");
      }
      return log;
    } catch (IOException e) {
      log.close();
      throw e;
    }
  }

  private void lock() throws IOException {
    try {
      if (file.getChannel().tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Another run inside this process has it.
    }
    throw new IOException("another run is using it");
  }

  private String head() throws IOException {
    byte[] head = new byte[(int) Math.min(HEAD.length(), file.length())];
    file.seek(0);
    file.readFully(head);
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** Whether it holds entries that were made in that state, and says so undamaged. */
  boolean isOf(byte[] state) throws IOException {
    if (file.length() < START) {
      return false;
    }
    byte[] own = new byte[STATE_BYTES + Long.BYTES];
    file.seek(HEAD.length());
    file.readFully(own);
    return file.readLong() == crc(own)
        && Arrays.equals(own, 0, STATE_BYTES, state, 0, STATE_BYTES)
        && ChronoField.EPOCH_DAY
            .range()
            .isValidValue(ByteBuffer.wrap(own, STATE_BYTES, Long.BYTES).getLong());
  }

  /** Whether it holds nothing. */
  boolean isEmpty() throws IOException {
    return file.length() <= START;
  }

  /** The day on which its first run began. */
  LocalDate day() throws IOException {
    file.seek(DAY);
    return LocalDate.ofEpochDay(file.readLong());
  }

  /** Forgets what it holds. */
  void begin(byte[] state, LocalDate day) throws IOException {
    file.setLength(0);
    file.seek(0);
    file.write(HEAD.getBytes(StandardCharsets.ISO_8859_1));
    byte[] own =
        ByteBuffer.allocate(STATE_BYTES + Long.BYTES).put(state).putLong(day.toEpochDay()).array();
    file.write(own);
    file.writeLong(crc(own));
    end = START;
    size = 0;
    last = new Entry(Outcome.NOTHING, List.of());
  }

  /** Forgets all entries. */
  void restart(LocalDate day) throws IOException {
    byte[] state = new byte[STATE_BYTES];
    file.seek(HEAD.length());
    file.readFully(state);
    begin(state, day);
  }

  /** How many entries it holds that were read or put. */
  int size() {
    return size;
  }

  /** The last one of them. */
  Entry last() {
    return last;
  }

  /**
   * Reads all entries. A run that was killed while it wrote leaves half an entry, which is dropped,
   * as is one that no such run wrote, with all that follows.
   */
  void read(Reader reader) throws IOException {
    file.seek(START);
    end = START;
    size = 0;
    // Not closed: it would close the file.
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.getChannel())));
    for (Entry entry = next(in); entry != null; entry = next(in)) {
      size++;
      last = entry;
      reader.accept(entry);
    }
  }

  private @Nullable Entry next(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      long crc = in.readLong();
      if (length < 0 || length > file.length() - end) {
        return null;
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length || crc(bytes) != crc) {
        return null;
      }
      Entry entry = entry(new DataInputStream(new ByteArrayInputStream(bytes)));
      end += Integer.BYTES + Long.BYTES + length;
      return entry;
    } catch (EOFException e) {
      return null;
    }
  }

  /** Notes what came of the next input; it is kept from the next {@link #flush} on. */
  void put(Entry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(entry, new DataOutputStream(bytes));
    DataOutputStream out = new DataOutputStream(pending);
    out.writeInt(bytes.size());
    out.writeLong(crc(bytes.toByteArray()));
    bytes.writeTo(out);
    size++;
    last = entry;
  }

  /** How many bytes wait to be written. */
  int pending() {
    return pending.size();
  }

  /** Writes what was noted; the reports must hold all of it. */
  void flush() throws IOException {
    file.setLength(end);
    file.seek(end);
    file.write(pending.toByteArray());
    file.getChannel().force(false);
    end += pending.size();
    pending.reset();
  }

  private static void write(Entry entry, DataOutputStream out) throws IOException {
    Outcome outcome = entry.outcome();
    text(outcome.name(), out);
    out.writeInt(outcome.exit().code());
    texts(outcome.problems(), out);
    texts(outcome.pieces(), out);
    texts(outcome.stances(), out);
    texts(outcome.findings(), out);
    out.writeLong(outcome.nanos());
    out.writeInt(entry.lengths().size());
    for (long length : entry.lengths()) {
      out.writeLong(length);
    }
  }

  private Entry entry(DataInputStream in) throws IOException {
    String name = text(in);
    int code = in.readInt();
    Outcome outcome =
        new Outcome(name, Exit.of(code), texts(in), texts(in), texts(in), texts(in), in.readLong());
    List<Long> lengths = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lengths.add(in.readLong());
    }
    if (outcome.exit().code() != code
        || outcome.pieces().size() != printed
        || lengths.size() != files
        || !STANCES.containsAll(outcome.stances())) {
      throw new EOFException();
    }
    return new Entry(outcome, lengths);
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String each : texts) {
      text(each, out);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException();
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
