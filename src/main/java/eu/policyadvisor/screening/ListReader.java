package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads screening lists of all forms, told apart by what is in them. */
public final class ListReader {
  /** A list is held in memory; the largest there are have a tenth of this. */
  private static final int MAX_BYTES = 512 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ListReader() {}

  /**
   * Reads a list.
   *
   * @param label what messages call the file
   * @param bytes what it holds
   * @throws InvalidListException if it is none of the lists that are read, or something in it is
   *     wrong
   */
  public static ScreeningList read(String label, byte[] bytes) throws InvalidListException {
    Complaints complaints = new Complaints(label);
    return complaints.guarded(() -> read(bytes, complaints));
  }

  private static ScreeningList read(byte[] bytes, Complaints complaints)
      throws InvalidListException {
    String text = text(bytes, complaints);
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      throw complaints.refusal(0, 0, "is empty");
    }
    char begins = text.charAt(first);
    ScreeningList list =
        begins == '<'
            ? EuXml.read(
                text.substring(first), new Offsets(text).place(first).line() - 1, complaints)
            : begins == '{' || begins == '['
                ? CslJson.read(text, complaints)
                : table(text, complaints);
    complaints.requireNone();
    if (list.rows().isEmpty()) {
      throw complaints.refusal(0, 0, "holds no party; the file may be cut off");
    }
    return list;
  }

  static String text(byte[] bytes, Complaints complaints) throws InvalidListException {
    if (bytes.length > MAX_BYTES) {
      throw complaints.refusal(
          0, 0, "is larger than " + (MAX_BYTES >> 20) + " MiB, the most that is read");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    boolean wrong = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
    String text = chars.flip().toString();
    if (wrong) {
      Place end = new Offsets(text).end();
      throw complaints.refusal(end.line(), end.column(), "is not UTF-8 text; save it as UTF-8");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static ScreeningList table(String text, Complaints complaints)
      throws InvalidListException {
    String header = text.lines().findFirst().orElse("");
    char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
    List<String> names =
        Arrays.stream(header.split(String.valueOf(separator), -1))
            .map(name -> name.replace("\"", "").strip())
            .toList();
    ListFormat format = ListFormat.CSL_CSV;
    long most = 0;
    for (ListFormat each : ListFormat.tables()) {
      long known = each.columns().stream().filter(names::contains).count();
      if (known > most) {
        most = known;
        format = each;
      }
    }
    if (most < 2) {
      throw complaints.refusal(
          1,
          1,
          "is none of the lists that are read: US consolidated screening list (CSV, JSON), EU"
              + " consolidated financial sanctions list (XML, CSV), OpenSanctions"
              + " (targets.simple.csv)");
    }
    Table table = Table.open(text, separator, format.columns(), complaints);
    return switch (format) {
      case EU_CSV -> EuTable.read(table, complaints);
      case OPENSANCTIONS_CSV -> OpenSanctionsTable.read(table, complaints);
      default -> CslTable.read(table, complaints);
    };
  }

  /** The parts of a cell that holds several values, those that are empty left out. */
  static List<String> parts(String cell) {
    return Arrays.stream(cell.split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.toList());
  }
}
