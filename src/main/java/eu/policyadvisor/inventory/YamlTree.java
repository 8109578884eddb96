package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** A YAML document as a tree that knows where its values end. */
final class YamlTree {
  /** So many lines below its beginning a piece of a value is sought. */
  private static final int FARTHEST = 200;

  private final List<String> lines;

  /** Of a file with this text. */
  YamlTree(String text) {
    this.lines = text.lines().toList();
  }

  Tree of(Node node, Pointer path) {
    Span here =
        new Span(node.at().line(), node.at().column(), node.at().line(), node.at().column());
    if (node instanceof Node.Scalar scalar) {
      return text(scalar, path);
    } else if (node instanceof Node.Sequence sequence) {
      List<Tree> items = new ArrayList<>();
      for (int i = 0; i < sequence.items().size(); i++) {
        items.add(of(sequence.items().get(i), path.child(i)));
      }
      return new Tree.Items(items, path, here);
    } else if (node instanceof Node.Mapping mapping) {
      List<Tree.Entry> entries =
          mapping.entries().stream()
              .map(
                  entry ->
                      new Tree.Entry(
                          entry.key(),
                          written(entry.keyAt(), entry.key()),
                          of(entry.value(), path.child(entry.key()))))
              .toList();
      return new Tree.Fields(entries, path, here);
    }
    return new Tree.Passed(path, here);
  }

  private Tree.Text text(Node.Scalar scalar, Pointer path) {
    String text = scalar.isNothing() ? "" : scalar.text();
    return new Tree.Text(text, scalar.text(), path, written(scalar.at(), scalar.text()));
  }

  /** Where a text stands that begins at or behind a place, such as behind a quote. */
  Span written(Place at, String text) {
    Place found = find(at, text);
    return Span.of(found.line(), found.column(), text.lines().findFirst().orElse(""));
  }

  /** Where a piece of a longer value stands; the place itself when it is not written like this. */
  private Place find(Place at, String text) {
    int last = Math.min(lines.size(), at.line() + FARTHEST);
    for (int line = at.line(); line <= last && !text.isEmpty(); line++) {
      String written = lines.get(line - 1);
      Offsets offsets = new Offsets(written, new Place(line, 1));
      int index = written.indexOf(text, offsets.offset(at));
      if (index >= 0) {
        return offsets.place(index);
      }
    }
    return at;
  }

  /** A piece of a value as a value of its own. */
  Tree.Text piece(Tree.Text of, String text) {
    return new Tree.Text(text, text, of.path(), written(of.at().place(), text));
  }
}
