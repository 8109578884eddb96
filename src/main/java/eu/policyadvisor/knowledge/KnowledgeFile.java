package eu.policyadvisor.knowledge;

import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The built-in knowledge as the build leaves it: reading it takes a fraction of the time that a
 * cold start would spend on YAML and on the annotations of rules.
 */
public final class KnowledgeFile {
  /** Where the build puts it, below the class path. */
  public static final String RESOURCE = "META-INF/eu.policyadvisor/knowledge";

  /** To be raised whenever what is written changes. */
  private static final int FORMAT = 13;

  private final ReferenceData reference;
  private final int rules;
  private final KnowledgeInput rest;
  private @Nullable List<CompiledRule> compiled;
  private @Nullable Map<String, RuleCard> cards;

  private KnowledgeFile(KnowledgeInput in) {
    reference = in.reference();
    rules = in.number();
    rest = in;
  }

  /**
   * What the build left; empty where it left nothing, or where a file that it was made of has been
   * edited since.
   */
  public static Optional<KnowledgeFile> builtIn() {
    URL resource = KnowledgeFile.class.getClassLoader().getResource(RESOURCE);
    if (resource == null) {
      return Optional.empty();
    }
    try (InputStream file = resource.openStream()) {
      KnowledgeInput in = new KnowledgeInput(file.readAllBytes());
      return in.number() == FORMAT && isCurrent(in.longNumber(), resource)
          ? Optional.of(new KnowledgeFile(in))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar is packed as a whole; in a directory of classes files change behind this one. */
  private static boolean isCurrent(long sum, URL resource) throws IOException {
    return !"file".equals(resource.getProtocol()) || sum == sources();
  }

  /** Catalogue, parameters and groups of countries. */
  public ReferenceData reference() {
    return reference;
  }

  /** How many rules there are. */
  public int rules() {
    return rules;
  }

  /** Where the build put the rules; read when it is first asked for. */
  public synchronized List<CompiledRule> compiled() {
    List<CompiledRule> known = compiled;
    if (known == null) {
      known = new ArrayList<>();
      for (int i = 0; i < rules; i++) {
        known.add(rest.compiled());
      }
      compiled = known;
    }
    return known;
  }

  /** The card of each rule, by id; read when they are first asked for. */
  public synchronized Map<String, RuleCard> cards() {
    compiled(); // They stand before the cards.
    Map<String, RuleCard> known = cards;
    if (known == null) {
      known = new TreeMap<>();
      for (int i = 0; i < rules; i++) {
        RuleCard card = rest.card(reference.catalogue().instruments());
        known.put(card.id(), card);
      }
      cards = known;
    }
    return known;
  }

  /**
   * Writes the built-in knowledge, as read from YAML and from compiled rules.
   *
   * @param compiled where each rule is
   */
  public static void write(KnowledgeBase knowledge, List<CompiledRule> compiled, OutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(FORMAT);
    out.writeLong(sources());
    KnowledgeOutput records = new KnowledgeOutput(out);
    records.write(
        new ReferenceData(
            knowledge.catalogue(), knowledge.parameters(), knowledge.countryGroups()));
    records.write(compiled);
    for (RuleCard card : knowledge.cards().values()) {
      records.write(card);
    }
    out.flush();
  }

  /** A sum over what the knowledge is read from: the YAML, and the list of compiled rules. */
  private static long sources() throws IOException {
    CRC32 sum = new CRC32();
    for (String name : ReferenceData.files()) {
      try (InputStream in = ReferenceData.resource(name)) {
        sum.update(in.readAllBytes());
      }
    }
    try (InputStream in =
        KnowledgeFile.class.getClassLoader().getResourceAsStream(CompiledRule.INDEX)) {
      if (in != null) {
        sum.update(in.readAllBytes());
      }
    }
    return sum.getValue();
  }
}
