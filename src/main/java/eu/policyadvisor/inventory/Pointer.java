package eu.policyadvisor.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a tree, as RFC 6901 writes it.
 *
 * @param parent what it stands in; null for the root
 * @param step the key or index there
 */
record Pointer(@Nullable Pointer parent, String step) {
  static final Pointer ROOT = new Pointer(null, "");

  Pointer child(String key) {
    return new Pointer(this, key);
  }

  Pointer child(int index) {
    return new Pointer(this, String.valueOf(index));
  }

  /** The step of what it stands in; empty at the top. */
  String parentStep() {
    return parent == null ? "" : parent.step;
  }

  /** Whether it stands, however deep, below this key. */
  boolean isBelow(String key) {
    for (Pointer at = parent; at != null; at = at.parent) {
      if (at.step.equals(key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
