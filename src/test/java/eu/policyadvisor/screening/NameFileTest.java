package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names to be screened, as a table or as lines. */
class NameFileTest {
  private static List<String> read(String text) throws InvalidListException {
    return NameFile.read("names", text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(each -> each.line() + " " + each.name() + " " + Objects.toString(each.country(), "-"))
        .toList();
  }

  @Test
  void linesAreNames() throws InvalidListException {
    assertThat(read("\uFEFFAcmetron\n\n  Zetalon \nname\n"))
        .containsExactly("1 Acmetron -", "3 Zetalon -", "4 name -");
    assertThat(read("")).isEmpty();
  }

  @Test
  void aTableHasAColumnOfNames() throws InvalidListException {
    assertThat(read("id,name,country\n1,Acmetron,\n2,,CN\n3,\"Zeta, Ltd\nx\",de\n"))
        .containsExactly("2 Acmetron -", "4 Zeta, Ltd\nx de");
    assertThat(read("country;name\nCN;Acmetron\n")).containsExactly("2 Acmetron CN");
    assertThat(read(" name \nAcmetron\n")).containsExactly("2 Acmetron -");
    assertThat(read("name,a;b\nAcmetron,1\n")).containsExactly("2 Acmetron -");
  }

  @Test
  void aTableMayHaveTabsAndItsHeadingCapitals() throws InvalidListException {
    assertThat(read("Name\tCountry\nAcmetron, Ltd; x\tCN\n"))
        .containsExactly("2 Acmetron, Ltd; x CN");
    assertThat(read("NAME\nAcmetron\n")).containsExactly("2 Acmetron -");
    assertThat(read("Id;Name;a,b\n1;Acmetron, Ltd;2\n")).containsExactly("2 Acmetron, Ltd -");
    assertThat(read("a\tName\ta\n1\tAcmetron\t2\n")).containsExactly("2 Acmetron -");
  }

  @Test
  void aCountryHasTwoLetters() {
    assertThat(
            catchThrowableOfType(
                    InvalidListException.class, () -> read("name,country\nA,CHN\nB,c1\nC,CN\n"))
                .problems())
        .extracting(Object::toString)
        .containsExactly(
            "names:2:3: 'CHN' is not a country of two letters, such as CN",
            "names:3:3: 'c1' is not a country of two letters, such as CN");
  }

  @Test
  void aTableWithoutNamesIsRefused() {
    assertThat(
            catchThrowableOfType(InvalidListException.class, () -> read("nmae,b\nx,y\n"))
                .problems())
        .extracting(Object::toString)
        .containsExactly("names:1:1: lacks the column 'name'; it has 'nmae'");
    assertThat(
            catchThrowableOfType(InvalidListException.class, () -> read("b,a\nx,y\n")).problems())
        .extracting(Object::toString)
        .containsExactly("names:1:1: lacks the column 'name'; it has a, b");
  }
}
