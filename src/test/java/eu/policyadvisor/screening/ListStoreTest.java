package eu.policyadvisor.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of lists that are kept. */
class ListStoreTest {
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

  private static List<String> problems(ThrowingAdd add) {
    return catchThrowableOfType(InvalidListException.class, add::run).problems().stream()
        .map(Object::toString)
        .toList();
  }

  private interface ThrowingAdd {
    void run() throws InvalidListException, IOException;
  }

  @Test
  void nothingIsKeptAtFirst() throws InvalidListException, IOException {
    assertThat(store().all()).isEmpty();
  }

  @Test
  void aVersionIsKeptAsItWas() throws InvalidListException, IOException {
    ListStore.Added added = add(csl(3, ""), null, DAY);
    KeptList kept = added.kept();
    assertThat(added.isNew()).isTrue();
    assertThat(added.before()).isNull();
    assertThat(kept.id()).isEqualTo("us-csl");
    assertThat(kept.title()).isEqualTo("US consolidated screening list");
    assertThat(kept.date()).isEqualTo(DAY);
    assertThat(kept.dated()).isEqualTo(KeptList.Dated.BY_USER);
    assertThat(kept.imported()).isEqualTo(TODAY);
    assertThat(kept.rows()).isEqualTo(3);
    assertThat(kept.from()).isEqualTo("list.csv");
    assertThat(kept.file()).hasBinaryContent(csl(3, "")).hasFileName("list.csv");
    assertThat(kept.file().getParent().getFileName())
        .hasToString("2026-10-01_" + kept.sha256().substring(0, 12));
    assertThat(store().all()).containsExactly(kept);
    assertThat(ListStore.read(kept).rows()).hasSize(3);
    try (Stream<Path> files = Files.list(directory.resolve("lists"))) {
      assertThat(files.map(each -> each.getFileName().toString())).containsExactly("us-csl");
    }
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
  void aDayThatTheListDeniesIsRefused() {
    assertThat(problems(() -> add(dated("2026-09-30"), null, DAY)))
        .containsExactly("some/list.csv: says that it is of 2026-09-30, not of 2026-10-01");
    assertThat(directory.resolve("lists")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "-a", "../a", "a/b", "é"})
  void aBadNameIsRefused(String id) {
    assertThat(problems(() -> add(csl(1, ""), id, null)))
        .containsExactly(
            "some/list.csv: '" + id + "' cannot name a list; take small letters, digits and -");
  }

  @Test
  void theSameIsKeptOnce() throws InvalidListException, IOException {
    KeptList kept = add(csl(2, ""), null, DAY).kept();
    assertThat(add(csl(2, ""), null, DAY)).isEqualTo(new ListStore.Added(kept, false, null));
    assertThat(add(csl(2, ""), null, null)).isEqualTo(new ListStore.Added(kept, false, null));
    assertThat(store().all()).hasSize(1);
    ListStore.Added other = add(csl(2, ""), null, DAY.plusDays(1));
    assertThat(other.isNew()).isTrue();
    assertThat(other.before()).isEqualTo(kept);
    assertThat(add(csl(2, ""), "other", DAY).isNew()).as("by another name").isTrue();
    assertThat(store().all()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"10, 8, true", "10, 9, false", "10, 10, false", "10, 11, false", "20, 17, true"})
  void aListShrankThatLostMoreThanATenth(int before, int after, boolean shrank)
      throws InvalidListException, IOException {
    assertThat(add(csl(before, "a"), null, DAY).shrank()).isFalse();
    assertThat(add(csl(after, "b"), null, DAY.plusDays(1)).shrank()).isEqualTo(shrank);
  }

  @Test
  void theVersionBeforeIsTheLastOneOfAnEarlierDay() throws InvalidListException, IOException {
    add(csl(1, "a"), null, DAY.minusDays(9));
    KeptList before = add(csl(1, "b"), null, DAY.minusDays(1)).kept();
    add(csl(1, "c"), null, DAY);
    add(csl(1, "d"), null, DAY.plusDays(1));
    assertThat(add(csl(1, "e"), null, DAY).before()).isEqualTo(before);
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

  @ParameterizedTest
  @CsvSource({"-9, -5, 2", "-5, -5, 2", "-1, -5, 2", "0, 0, 2", "1, 0, 2", "2, 2, 2", "9, 2, 9"})
  void onADayTheLatestVersionHoldsThatIsNotOfALaterDay(int day, int ofA, int ofB)
      throws InvalidListException, IOException {
    add(csl(1, "a"), "a", DAY.minusDays(5));
    add(csl(1, "b"), "a", DAY);
    add(csl(1, "c"), "a", DAY.plusDays(2));
    add(csl(1, "d"), "b", DAY.plusDays(2));
    add(csl(1, "e"), "b", DAY.plusDays(9));
    assertThat(ListStore.holding(store().all(), DAY.plusDays(day)))
        .extracting(KeptList::date)
        .containsExactly(DAY.plusDays(ofA), DAY.plusDays(ofB));
  }

  @Test
  void aFileThatWasChangedIsRefused() throws InvalidListException, IOException {
    KeptList kept = add(csl(1, ""), null, DAY).kept();
    Files.write(kept.file(), csl(2, ""));
    String refusal =
        kept.file()
            + ": is not as it was imported: its SHA-256 is not "
            + kept.sha256()
            + "; import the list again";
    assertThat(problems(() -> ListStore.read(kept))).containsExactly(refusal);
    assertThat(problems(() -> ScreeningLists.open(directory.resolve("lists"))))
        .containsExactly(refusal);
    assertThat(add(csl(1, ""), null, DAY.plusDays(1)).isNew()).isTrue();
  }

  @Test
  void whatIsKnownOfAListMustBeUnderstood() throws InvalidListException, IOException {
    KeptList kept = add(csl(1, ""), null, DAY).kept();
    Path about = kept.file().resolveSibling("about.properties");
    String text = Files.readString(about);
    Files.writeString(about, text.replace("rows=1\n", ""));
    assertThat(problems(() -> store().all()))
        .containsExactly(about + ": cannot be understood (it lacks 'rows'); import the list again");
    Files.writeString(about, text.replace("date=2026-10-01", "date=soon"));
    assertThat(problems(() -> store().all()))
        .singleElement()
        .asString()
        .startsWith(about + ": cannot be understood (Text 'soon'");
    Files.delete(about);
    assertThat(store().all()).as("a version that was not put there whole").isEmpty();
  }

  @Test
  void aNameOfAFileMayHoldAnything() throws InvalidListException, IOException {
    store().add("a\\b\tü.csv", csl(1, ""), null, DAY, TODAY);
    assertThat(store().all()).extracting(KeptList::from).containsExactly("a\\b?ü.csv");
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
