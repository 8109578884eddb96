package eu.policyadvisor.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says the day of a kept list, how versions are ordered, and which are asked. */
final class ListVersionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final String HEADER =
      "source,name,alt_names,addresses,start_date,license_requirement\n";

  @TempDir Path directory;

  private static byte[] csl(int rows, String mark) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append("EL,Party ").append(mark).append(i).append(",,,,\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] dated(String day) {
    return ("{\"search_performed_at\": \""
            + day
            + "\", \"results\": [{\"source\": \"x\","
            + " \"name\": \"y\"}]}")
        .getBytes(UTF_8);
  }

  private ListStore store() {
    return new ListStore(directory.resolve("lists"));
  }

  private ListStore.Added add(byte[] bytes, @Nullable String id, @Nullable LocalDate date)
      throws InvalidListException, IOException {
    return store().add("some/list.csv", bytes, id, date, TODAY);
  }

  @Test
  void nothingIsKeptAtFirst() throws InvalidListException, IOException {
    assertThat(store().all()).isEmpty();
  }

  @Test
  void whoSaysTheDayIsKept() throws InvalidListException, IOException {
    KeptList byList = add(dated("2026-09-30T10:00"), "a", null).kept();
    assertThat(byList.date()).isEqualTo("2026-09-30");
    assertThat(byList.dated()).isEqualTo(KeptList.Dated.BY_LIST);
    assertThat(byList.dated().isKnown()).isTrue();
    KeptList same = add(dated("2026-09-29"), "b", LocalDate.of(2026, 9, 29)).kept();
    assertThat(same.dated()).isEqualTo(KeptList.Dated.BY_LIST);
    KeptList nobody = add(csl(1, ""), "c", null).kept();
    assertThat(nobody.date()).isEqualTo(TODAY);
    assertThat(nobody.dated()).isEqualTo(KeptList.Dated.BY_IMPORT);
    assertThat(nobody.dated().isKnown()).isFalse();
    assertThat(store().all()).containsExactly(byList, same, nobody);
    assertThat(byList.days(TODAY)).isEqualTo(32);
    assertThat(nobody.days(DAY)).isEqualTo(-31);
  }

  @Test
  void versionsAreInTheOrderOfNameAndDay() throws InvalidListException, IOException {
    add(csl(1, "a"), "b", DAY.plusDays(1));
    add(csl(1, "b"), "b", DAY);
    add(csl(1, "c"), "a", DAY.plusDays(2));
    assertThat(store().all())
        .extracting(each -> each.id() + each.date())
        .containsExactly("a2026-10-03", "b2026-10-01", "b2026-10-02");
  }

  @Test
  void aNameOfAFileMayHoldAnything() throws InvalidListException, IOException {
    store().add("a\\b\tü.csv", csl(1, ""), null, DAY, TODAY);
    assertThat(store().all()).extracting(KeptList::from).containsExactly("a\\b ü.csv");
  }

  @Test
  void aPartThatWasLeftBehindIsNoList() throws InvalidListException, IOException {
    Path part = Files.createDirectories(directory.resolve("lists/.part-1/2026-10-01_x"));
    Files.writeString(part.resolve("about.properties"), "nothing");
    assertThat(store().all()).isEmpty();
  }

  @Test
  void listsOfADirectoryAreAskedAsOfTheDay() throws InvalidListException, IOException {
    KeptList early = add(csl(1, "a"), null, DAY).kept();
    KeptList late = add(csl(1, "b"), null, DAY.plusDays(5)).kept();
    ScreeningLists lists = ScreeningLists.open(directory.resolve("lists"));
    assertThat(lists.all()).containsExactly(early, late);
  }
}
