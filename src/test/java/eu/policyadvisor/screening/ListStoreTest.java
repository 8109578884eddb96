package eu.policyadvisor.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a list, which versions hold on a day, and what is refused. */
final class ListStoreTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  @TempDir private Path directory;
  private ListStore store;

  @BeforeEach
  void open() {
    store = new ListStore(directory.resolve("lists"));
  }

  @Test
  void keepsTheFileAsItWasAndWhatIsKnownOfIt() throws Exception {
    KeptList kept = store.add("in/rows\n\\.csv", csl(3), null, OCTOBER, TODAY).kept();

    assertThat(kept)
        .returns("us-csl", KeptList::id)
        .returns("US consolidated screening list", KeptList::title)
        .returns(OCTOBER, KeptList::date)
        .returns(KeptList.Dated.BY_USER, KeptList::dated)
        .returns(TODAY, KeptList::imported)
        .returns(3, KeptList::rows)
        .returns("rows\n\\.csv", KeptList::from);
    assertThat(kept.file()).hasBinaryContent(csl(3));
    assertThat(ListStore.read(kept).rows()).hasSize(3);
    assertThat(store.all())
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("from")
        .isEqualTo(kept);
    assertThat(store.all().get(0).from()).isEqualTo("rows \\.csv");
  }

  @Test
  void isOfTheDayThatTheListSaysElseTheUserElseTheImport() throws Exception {
    assertThat(store.add("a", openSanctions(OCTOBER), null, null, TODAY).kept())
        .returns(OCTOBER, KeptList::date)
        .returns(KeptList.Dated.BY_LIST, KeptList::dated);
    assertThat(store.add("b", csl(1), null, SEPTEMBER, TODAY).kept())
        .returns(SEPTEMBER, KeptList::date)
        .returns(KeptList.Dated.BY_USER, KeptList::dated);
    assertThat(store.add("c", csl(2), null, null, TODAY).kept())
        .returns(TODAY, KeptList::date)
        .returns(KeptList.Dated.BY_IMPORT, KeptList::dated);
    assertThat(store.all())
        .extracting(KeptList::dated)
        .containsExactly(KeptList.Dated.BY_LIST, KeptList.Dated.BY_USER, KeptList.Dated.BY_IMPORT);
  }

  @Test
  void refusesAnotherDayThanTheListSays() throws Exception {
    assertThatThrownBy(() -> store.add("a.csv", openSanctions(OCTOBER), null, SEPTEMBER, TODAY))
        .isInstanceOf(InvalidListException.class)
        .hasMessage("a.csv: says that it is of 2026-10-01, not of 2026-09-01");
    assertThat(store.all()).isEmpty();
    assertThat(store.add("a.csv", openSanctions(OCTOBER), null, OCTOBER, TODAY).isNew()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "../x", ".x", "a/b", "a b", "-a"})
  void refusesNamesThatAreNoPlainOnes(String id) throws Exception {
    assertThatThrownBy(() -> store.add("a.csv", csl(1), id, null, TODAY))
        .isInstanceOf(InvalidListException.class)
        .hasMessage("a.csv: '" + id + "' cannot name a list; take small letters, digits and -");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void keepsAVersionOnceAndTheSameFileOfAnotherDayAgain() throws Exception {
    KeptList kept = store.add("a.csv", csl(1), "mine", OCTOBER, TODAY).kept();

    for (LocalDate date : Arrays.asList(OCTOBER, null)) {
      ListStore.Added again = store.add("b.csv", csl(1), "mine", date, TODAY.plusDays(1));
      assertThat(again.isNew()).isFalse();
      assertThat(again.kept()).isEqualTo(kept);
    }
    assertThat(store.add("a.csv", csl(1), "mine", SEPTEMBER, TODAY).isNew()).isTrue();
    assertThat(store.add("a.csv", csl(1), "yours", OCTOBER, TODAY).isNew()).isTrue();
    assertThat(store.all())
        .extracting(each -> each.id() + " " + each.date())
        .containsExactly("mine 2026-09-01", "mine 2026-10-01", "yours 2026-10-01");
  }

  @Test
  void comparesWithTheLatestVersionOfTheSameListThatIsEarlier() throws Exception {
    assertThat(store.add("a", csl(1), "mine", SEPTEMBER, TODAY).before()).isNull();
    KeptList october = store.add("b", csl(2), "mine", OCTOBER, TODAY).kept();
    store.add("c", csl(3), "mine", OCTOBER.plusDays(9), TODAY);
    store.add("d", csl(4), "yours", OCTOBER.plusDays(1), TODAY);

    for (int rows : new int[] {5, 6}) {
      assertThat(store.add("e", csl(rows), "mine", OCTOBER.plusDays(2), TODAY).before())
          .isEqualTo(october);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 10, false", "10, 9, false", "10, 8, true", "1, 2, false"})
  void noticesThatMoreThanATenthOfTheRowsIsGone(int before, int now, boolean shrank)
      throws Exception {
    assertThat(store.add("a", csl(before), null, SEPTEMBER, TODAY).shrank()).isFalse();
    byte[] rows = (new String(csl(now), UTF_8) + "\n").getBytes(UTF_8);

    assertThat(store.add("b", rows, null, OCTOBER, TODAY).shrank()).isEqualTo(shrank);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-08-01, 2026-09-01",
        "2026-09-01, 2026-09-01",
        "2026-09-30, 2026-09-01",
        "2026-10-01, 2026-10-01",
        "2027-01-01, 2026-10-01"
      })
  void theLatestVersionThatIsNotLaterHoldsElseTheEarliest(LocalDate day, LocalDate holding)
      throws Exception {
    store.add("a", csl(2), "mine", OCTOBER, TODAY);
    store.add("b", csl(1), "mine", SEPTEMBER, TODAY);
    store.add("c", csl(1), "yours", OCTOBER.plusDays(4), TODAY);

    assertThat(ListStore.holding(store.all(), day))
        .extracting(each -> each.id() + " " + each.date())
        .containsExactly("mine " + holding, "yours 2026-10-05");
  }

  @Test
  void ofTwoVersionsOfOneDayTheOneHoldsThatWasImportedLast() throws Exception {
    store.add("a", csl(1), null, OCTOBER, TODAY.plusDays(1));
    store.add("b", csl(2), null, OCTOBER, TODAY);
    store.add("c", csl(3), null, OCTOBER, TODAY);

    assertThat(ListStore.holding(store.all(), TODAY)).extracting(KeptList::rows).containsExactly(1);
  }

  @Test
  void refusesAFileThatWasChanged() throws Exception {
    KeptList kept = store.add("a", csl(1), null, null, TODAY).kept();
    Files.write(kept.file(), csl(2));

    assertThatThrownBy(() -> ListStore.read(kept))
        .isInstanceOf(InvalidListException.class)
        .hasMessage(
            kept.file()
                + ": is not as it was imported: its SHA-256 is not "
                + kept.sha256()
                + "; import the list again");
  }

  @ParameterizedTest
  @CsvSource({
    "date=2026-10-01, date=soon, Text 'soon' could not be parsed at index 0",
    "dated=user, dated=me, No enum constant eu.policyadvisor.screening.KeptList.Dated.BY_ME",
    "rows=1, rows=some, For input string: \"some\"",
    "sha256=, sha=, it lacks 'sha256'",
  })
  void refusesWhatItCannotUnderstandOfAList(String right, String wrong, String message)
      throws Exception {
    KeptList kept = store.add("a", csl(1), null, OCTOBER, TODAY).kept();
    Path about = kept.file().resolveSibling("about.properties");
    Files.writeString(about, Files.readString(about).replace(right, wrong));

    assertThatThrownBy(() -> store.all())
        .isInstanceOf(InvalidListException.class)
        .hasMessage(about + ": cannot be understood (" + message + "); import the list again");
  }

  @Test
  void readsPastWhatIsNoVersion() throws Exception {
    assertThat(store.all()).as("no directory").isEmpty();
    KeptList kept = store.add("a", csl(1), null, null, TODAY).kept();
    Path lists = directory.resolve("lists");
    Files.createDirectories(lists.resolve("us-csl/empty"));
    Files.writeString(lists.resolve("notes.txt"), "mine");
    Path part = Files.createDirectories(lists.resolve("us-csl/.part-1"));
    Files.copy(kept.file().resolveSibling("about.properties"), part.resolve("about.properties"));

    assertThat(store.all()).containsExactly(kept);
  }

  private static byte[] csl(int rows) {
    return ("source,name,alt_names,addresses,start_date,license_requirement\n"
            + "Entity List (EL) - Bureau of Industry and Security,Acmetron,,,,\n".repeat(rows))
        .getBytes(UTF_8);
  }

  private static byte[] openSanctions(LocalDate seen) {
    return ("id,schema,name,aliases,countries,sanctions,dataset,last_seen\n"
            + "Q1,Company,Acmetron,,gb,,A list,"
            + seen
            + "\n")
        .getBytes(UTF_8);
  }
}
