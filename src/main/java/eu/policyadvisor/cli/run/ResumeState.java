package eu.policyadvisor.cli.run;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.KnowledgeBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands for all that the results of a run depend on. Where it differs, no run can go on. */
final class ResumeState {
  private final MessageDigest digest;

  private ResumeState(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * Of a run.
   *
   * @param options what was asked for
   * @param files the files, by name, size and time
   * @param own rules of one's own; null for none
   * @throws IOException if one of the files is not there
   */
  static byte[] of(List<?> options, List<String> files, Advisor advisor, @Nullable Path own)
      throws IOException {
    ResumeState state;
    try {
      state = new ResumeState(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
    options.forEach(state::add);
    for (String file : files) {
      Path path = Path.of(file);
      state.add(file);
      state.add(Files.size(path));
      state.add(Files.getLastModifiedTime(path));
    }
    KnowledgeBase knowledge = advisor.knowledge();
    state.add(knowledge.version());
    state.add(knowledge.catalogue().compiled());
    state.add(knowledge.parameters());
    advisor.loaded().rules().compiled().sources().texts().forEach(state::add);
    if (own != null) {
      state.addDirectory(own);
    }
    return state.digest.digest();
  }

  private void addDirectory(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(directory)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(file);
      digest.update(Files.readAllBytes(file));
    }
  }

  private void add(@Nullable Object part) {
    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
