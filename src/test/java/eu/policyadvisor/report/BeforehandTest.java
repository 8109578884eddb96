package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An idea and a service in operation do not get the same words. */
final class BeforehandTest {
  private static final Advisor ADVISOR = Advisor.standard();

  private static String advised(String model) throws IOException {
    return new TextReport(200, false)
        .render(
            List.of(
                ADVISOR.assess(
                    FewRules.facts(
                        ADVISOR,
                        """
                        as_of: 2026-11-30
                        subject: {id: s, type: public_authority, country: NL}
                        models: [%s]
                        """
                            .formatted(model)))));
  }

  @Test
  void whatIsInServiceIsToBeBanned() throws IOException {
    assertThat(advised("{id: ds, developer_hq: CN, deployment: vendor_app, stage: service}"))
        .contains("Ban ds from official devices")
        .doesNotContain("Do not bring ds");
  }

  @Test
  void whatIsAnIdeaIsNotToBeBroughtIn() throws IOException {
    assertThat(advised("{id: ds, developer_hq: CN, deployment: vendor_app, stage: idea}"))
        .contains("Do not bring ds onto official devices")
        .doesNotContain("Ban ds");
  }

  /** Where an idea and a service are told the same, the words are those for the service. */
  @Test
  void bothTogetherAreToBeBanned() throws IOException {
    assertThat(
            advised(
                "{id: ds, developer_hq: CN, deployment: vendor_app, stage: idea},"
                    + " {id: qwen, developer_hq: CN, deployment: vendor_app, stage: service}"))
        .contains("Ban ds and qwen from official devices");
  }
}
