package eu.policyadvisor.screening;

import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All lists of a directory, of which each day has its versions. They are read when they are first
 * asked; any thread may ask.
 */
public final class ScreeningLists {
  private final List<KeptList> all;
  private final Map<List<KeptList>, Screener> screeners = new HashMap<>();

  private ScreeningLists(List<KeptList> all) {
    this.all = all;
  }

  /**
   * The lists that are kept in a directory.
   *
   * @throws InvalidListException if one is not as it was when it was imported
   * @throws IOException if one cannot be read
   */
  public static ScreeningLists open(Path directory) throws InvalidListException, IOException {
    List<KeptList> all = new ListStore(directory).all();
    for (KeptList kept : all) {
      ListStore.bytes(kept);
    }
    return new ScreeningLists(all);
  }

  /** All versions of all lists, by name and date. */
  public List<KeptList> all() {
    return List.copyOf(all);
  }

  /** What the lists of a day say about the parties of a fact set. */
  public ScreenedFacts complete(FactSet facts, LocalDate day) {
    return new PartyScreening(on(day), day).complete(facts);
  }

  private synchronized Screener on(LocalDate day) {
    return screeners.computeIfAbsent(ListStore.holding(all, day), ScreeningLists::read);
  }

  private static Screener read(List<KeptList> lists) {
    try {
      return Screener.of(lists);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidListException e) {
      throw new IllegalStateException("a list changed while it was in use: " + e.getMessage(), e);
    }
  }
}
