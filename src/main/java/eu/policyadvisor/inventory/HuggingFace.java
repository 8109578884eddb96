package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes facts of the card or the configuration of a model on Hugging Face. */
final class HuggingFace implements TreeSource.Sink {
  private final Intake intake;
  private final ModelNames names;
  private final List<Tree.Entry> configuration = new ArrayList<>();

  HuggingFace(Intake intake) {
    this.intake = intake;
    this.names = new ModelNames(intake.known());
  }

  /**
   * A model card.
   *
   * @param card what stands before the text
   * @param title the first heading of the text, if there is one
   */
  void card(Tree.Fields card, Optional<Tree.Text> title) {
    intake.entry();
    Optional<Tree.Text> name =
        card.text("model_name")
            .or(
                () ->
                    card.each("model-index").stream()
                        .flatMap(each -> each.text("name").stream())
                        .findFirst())
            .or(() -> title);
    name.ifPresent(intake::subject);
    Draft draft = draft(name, card);
    Optional<Tree.Text> licence = card.text("license");
    licence
        .filter(each -> !each.text().equals("other"))
        .or(() -> card.text("license_name"))
        .or(() -> licence)
        .ifPresent(each -> draft.state("licence", each));
    for (Tree.Text base : card.texts("base_model")) {
      base(card, draft, base);
    }
    for (Tree.Text dataset : card.texts("datasets")) {
      intake.remark(
          dataset, "dataset '" + StatedText.clean(dataset.text()) + "': facts hold no datasets");
    }
    card.text("library_name").ifPresent(this::library);
  }

  private Draft draft(Optional<Tree.Text> name, Tree whole) {
    Draft draft =
        intake.draft(
            Section.MODELS,
            name.map(Tree.Text::text).orElse(""),
            "model",
            name.map(Tree.class::cast).orElse(whole));
    name.ifPresent(
        each -> {
          draft.state("name", each);
          names.identify(draft, each.text().strip(), each);
        });
    return draft;
  }

  private void base(Tree.Fields card, Draft draft, Tree.Text base) {
    boolean copy =
        card.text("base_model_relation")
            .filter(each -> each.text().equals("quantized"))
            .isPresent();
    if (copy) {
      names.identify(draft, base.text(), base);
    }
    String text = "made from '" + StatedText.clean(base.text()) + "'" + names.knownAs(base.text());
    draft.comment(text);
    if (!copy) {
      intake.remark(base, text + ": no fact of its own");
    }
  }

  private void library(Tree.Text library) {
    intake.entry();
    Optional<CatalogueEntry> entry = intake.known().framework(library.text());
    if (entry.isEmpty()) {
      intake.unused(
          library,
          "library '"
              + StatedText.clean(library.text())
              + "': no framework that the catalogue knows");
    } else {
      intake.framework(entry.get().id(), library.text(), library, library);
    }
  }

  @Override
  public boolean handsOut(Pointer list) {
    return false;
  }

  @Override
  public boolean passes(Pointer value) {
    return value.step().equals("id2label") || value.step().equals("label2id");
  }

  @Override
  public void item(Tree item) {
    throw new IllegalStateException("nothing is handed out of a configuration");
  }

  @Override
  public void entry(Tree.Entry entry) {
    configuration.add(entry);
  }

  @Override
  public void twice(Tree.Entry entry) {
    intake.problem(
        entry.keyAt(),
        "'" + StatedText.clean(entry.key()) + "' stands twice; the first one is read");
  }

  /** Ends a configuration. */
  void configuration() {
    Tree.Fields whole = new Tree.Fields(configuration, Pointer.ROOT, new Span(1, 1, 1, 1));
    intake.entry();
    Optional<Tree.Text> name =
        whole.text("_name_or_path").filter(each -> !each.text().matches("[./~].*|.:.*"));
    name.ifPresent(intake::subject);
    Draft draft = draft(name, whole);
    whole
        .text("model_type")
        .ifPresent(type -> draft.comment("model_type " + StatedText.clean(type.text())));
    if (name.isEmpty()) {
      intake.remark(whole, "the configuration does not say which model it is of");
    }
  }
}
