package eu.policyadvisor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What made a report.
 *
 * @param program version of this program
 * @param drools version of the rule engine
 */
public record Versions(String program, String drools) {
  private static final String NOT_KNOWN = "development";

  /** The versions at hand, read without starting the engine. */
  public static Versions current() {
    String program = Versions.class.getPackage().getImplementationVersion();
    return new Versions(program == null ? NOT_KNOWN : program, maven("org.drools", "drools-core"));
  }

  private static String maven(String group, String artifact) {
    String resource = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Versions.class.getResourceAsStream(resource)) {
      if (in == null) {
        return NOT_KNOWN;
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", NOT_KNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
