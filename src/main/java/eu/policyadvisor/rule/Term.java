package eu.policyadvisor.rule;

import java.util.List;

/**
 * Something that facts state in words of their own, such as a material or a sector.
 *
 * @param name its name, unique in its vocabulary, such as {@code gallium}
 * @param spellings how it is written, in several languages; the name comes first
 */
public record Term(String name, List<Spelling> spellings) {
  /** So many spellings beside the name show what is meant. */
  private static final int FEW = 3;

  /** Copies the spellings. */
  public Term {
    spellings = List.copyOf(spellings);
  }

  boolean isNamedIn(StatedWords stated) {
    for (Spelling each : spellings) {
      if (each.standsIn(stated)) {
        return true;
      }
    }
    return false;
  }

  /** Its name with a few other spellings: {@code semiconductors (chip, wafer, Halbleiter, ...)}. */
  public String inWords() {
    List<String> others =
        spellings.stream()
            .map(Spelling::plain)
            .filter(each -> !each.equalsIgnoreCase(name) && !name.equalsIgnoreCase(each + "s"))
            .distinct()
            .toList();
    String few = String.join(", ", others.subList(0, Math.min(FEW, others.size())));
    return few.isEmpty() ? name : name + " (" + few + (others.size() > FEW ? ", ...)" : ")");
  }
}
