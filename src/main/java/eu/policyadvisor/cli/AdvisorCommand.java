package eu.policyadvisor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that holds all others. */
@Command(
    name = "advisor",
    description = "Rule-based advice for the EU on building an AI stack between two superpowers.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "This is decision support, not legal advice. US law is stated as a risk."})
final class AdvisorCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli reads the annotation
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of program, rules, catalogue and engine and exit.")
  @SuppressWarnings("unused") // picocli reads the annotation
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more; show where an internal error comes from.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }
}
