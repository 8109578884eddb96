package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where something stands in a tree. */
class PointerTest {
  private static final Pointer DEEP =
      Pointer.ROOT.child("metadata").child("tools").child("a/b~c").child(7);

  @Test
  void isWrittenAsTheStandardSays() {
    assertThat(DEEP).hasToString("/metadata/tools/a~1b~0c/7");
    assertThat(Pointer.ROOT).hasToString("");
  }

  @Test
  void isBelowEachKeyOnItsWayButNotBelowItself() {
    assertThat(DEEP.isBelow("metadata")).isTrue();
    assertThat(DEEP.isBelow("tools")).isTrue();
    assertThat(DEEP.isBelow("7")).isFalse();
    assertThat(DEEP.isBelow("components")).isFalse();
    assertThat(Pointer.ROOT.isBelow("metadata")).isFalse();
  }

  @Test
  void tellsTheStepAbove() {
    assertThat(DEEP.parentStep()).isEqualTo("a/b~c");
    assertThat(Pointer.ROOT.child("a").parentStep()).isEmpty();
    assertThat(Pointer.ROOT.parentStep()).isEmpty();
  }

  @Test
  void aSpanEndsAfterItsLastCharacter() {
    assertThat(Span.of(3, 5, "a" + Character.toString(0x1F917))).isEqualTo(new Span(3, 5, 3, 7));
  }
}
