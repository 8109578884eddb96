package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one fact set of what inventories state.
 *
 * <p>Only what is stated becomes a fact; which product, vendor or framework of the catalogue it is
 * tells the catalogue. What is silent stays unknown, and everything of which no fact is made is
 * handed on as a {@link Remark}. What is wrong with a file is returned; where the rest of it can be
 * told apart, facts are made of that.
 */
public final class Inventories {
  private final KnownNames known;
  private final Consumer<Remark> remarks;
  private final Set<String> ids = new HashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();
  private final Map<String, List<String>> comments = new HashMap<>();
  private Intake.Once once = Intake.Once.NONE;
  private int entries;
  private int unused;
  private @Nullable Subject subject;

  /**
   * Begins without any.
   *
   * @param catalogue tells what inventories speak of
   * @param remarks hears of what no fact is made of, as files are read
   */
  public Inventories(Catalogue catalogue, Consumer<Remark> remarks) {
    this.known = KnownNames.of(catalogue);
    this.remarks = remarks;
  }

  /**
   * An inventory that was read.
   *
   * @param file as the user named it
   * @param form what it is, with its version
   */
  public record Source(String file, String form) {}

  private record Made(Section section, Fact fact) {}

  /**
   * Reads an inventory; its facts join those of the others.
   *
   * @param file as the user named it
   * @param form what it is
   * @param in its bytes; not closed
   * @return what is wrong with it
   * @throws IOException if it cannot be read
   */
  public List<Problem> read(String file, InventoryForm form, InputStream in) throws IOException {
    Intake intake = new Intake(file, known, ids, once, remarks);
    try {
      String label = read(intake, form, in);
      take(intake);
      sources.add(new Source(file, label));
    } catch (Malformed e) {
      intake.problems().add(e.at(), e.problem());
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      intake
          .problems()
          .add(
              Place.NONE,
              "cannot be read: its reader fails (%s)".formatted(e.getClass().getSimpleName()));
    }
    return intake.problems().sorted();
  }

  private static String read(Intake intake, InventoryForm form, InputStream in)
      throws IOException, Malformed {
    switch (form) {
      case CYCLONEDX_JSON, CYCLONEDX_XML -> {
        CycloneDx bill = new CycloneDx(intake);
        (form == InventoryForm.CYCLONEDX_XML ? new XmlSource(in) : new JsonSource(in)).read(bill);
        bill.end();
        return bill.label();
      }
      case SPDX -> {
        Spdx document = new Spdx(intake);
        new JsonSource(in).read(document);
        document.end();
      }
      case SPDX_2 ->
          throw new Malformed(
              Place.NONE, "is SPDX 2, which is not read; SPDX 3 in JSON-LD and CycloneDX are");
      case KUBERNETES -> YamlFile.of(intake, in).manifests();
      case MODEL_CARD -> YamlFile.of(intake, in).card();
      case MODEL_CONFIGURATION -> {
        HuggingFace model = new HuggingFace(intake);
        new JsonSource(in).read(model);
        model.configuration();
      }
    }
    return form.label();
  }

  private void take(Intake intake) {
    once = intake.once();
    entries += intake.entries();
    unused += intake.unused();
    for (Draft draft : intake.drafts()) {
      made.add(new Made(draft.section(), draft.fact(intake.file())));
      if (!draft.comments().isEmpty()) {
        comments.put(draft.id(), List.copyOf(draft.comments()));
      }
    }
    if (subject == null) {
      subject = subject(intake);
    }
  }

  /** An inventory does not say whose it is: an id is all that is known. */
  private Subject subject(Intake intake) {
    Optional<Tree.Text> name = intake.subject();
    Span at = name.map(Tree.Text::at).orElse(new Span(1, 1, 1, 1));
    String id = StatedText.id(name.map(Tree.Text::text).orElse(""), fileName(intake.file()));
    String path = name.map(each -> each.path().toString()).orElse("");
    return Fact.of(
        Subject.class,
        Map.of("id", ids.add(id) ? id : intake.id(id + "-owner", "subject")),
        new Provenance(intake.file(), path, at.line(), at.column(), Map.of()));
  }

  private static String fileName(String file) {
    Path name = Path.of(file.replaceAll("[<>]", "")).getFileName();
    return StatedText.id(String.valueOf(name).replaceAll("(\\.[A-Za-z]++)++$", ""), "subject");
  }

  /** The facts of all inventories; empty when none could be read. */
  public Optional<FactSet> facts() {
    Subject of = subject;
    if (of == null) {
      return Optional.empty();
    }
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    Map<String, FieldOrigin> origins = new HashMap<>();
    for (Made each : made) {
      lists.computeIfAbsent(each.section, any -> new ArrayList<>()).add(each.fact);
      Provenance at = each.fact.provenance();
      origins.putIfAbsent(
          each.section.key(),
          new FieldOrigin(
              FieldOrigin.Kind.STATED, at.line(), at.column(), 0, 0, each.section.key(), null));
    }
    Provenance provenance = new Provenance(of.provenance().file(), "", 1, 1, origins);
    return Optional.of(new FactSet(null, null, of, lists, provenance));
  }

  /** The inventories that were read. */
  public List<Source> sources() {
    return List.copyOf(sources);
  }

  /** What is to be said beside a fact, by its id. */
  public List<String> comments(String id) {
    return comments.getOrDefault(id, List.of());
  }

  /** How many things the inventories list of which a fact might be made. */
  public int entries() {
    return entries;
  }

  /** Of how many of them no fact is made. */
  public int unused() {
    return unused;
  }
}
