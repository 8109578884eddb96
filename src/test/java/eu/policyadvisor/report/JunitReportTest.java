package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.RuleStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {
  private static String junit(Assessment... assessments) {
    return new JunitReport(new SourceTree(Path.of(""))).render(List.of(assessments));
  }

  private static Element root(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.junit.xml"),
        junit(Scenario.waived(), Scenario.silent()));
  }

  @Test
  void countsWhatItHolds() throws Exception {
    NodeList suites =
        root(junit(Scenario.rich(), Scenario.waived())).getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(2);
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      for (Map.Entry<String, String> count :
          Map.of("tests", "testcase", "failures", "failure", "skipped", "skipped").entrySet()) {
        assertThat(suite.getAttribute(count.getKey()))
            .as(count.getKey())
            .isEqualTo(String.valueOf(suite.getElementsByTagName(count.getValue()).getLength()));
      }
    }
  }

  @Test
  void failsForAFindingSkipsWhatIsOpenAndPassesWhatIsClear() throws Exception {
    Assessment rich = Scenario.rich();
    Assessment clear =
        rich.withFindings(List.of())
            .withStatuses(Map.of("dependency/single-vendor", RuleStatus.CLEAR));
    Element found = root(junit(rich));
    assertThat(found.getElementsByTagName("failure").getLength()).isEqualTo(3);
    assertThat(found.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    Element none = root(junit(clear));
    assertThat(none.getElementsByTagName("failure").getLength()).isZero();
    assertThat(junit(clear)).contains("classname=\"dependency/single-vendor\"");
  }

  @Test
  void keepsWhatWouldBreakIt() throws Exception {
    Element root = root(junit(Scenario.named("\u0000\u001b]]>\"<&'", "a\nb")));
    assertThat(root.getTextContent()).contains("]]>\"<&'");
  }
}
