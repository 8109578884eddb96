package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.report.Versions;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.screening.MissingLibraryException;
import eu.policyadvisor.session.RuleBaseException;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of the command line. */
public final class Main {
  /** The commands that never do without rules. */
  private static final Set<String> NEED_RULES = Set.of("assess", "explain", "ask");

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = results.writer();
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    Exit exit;
    try {
      exit = Exit.of(commandLine(door(args, out, err)).execute(args));
    } catch (RuntimeException | Error e) {
      exit = internal(err, e, false);
    }
    out.flush();
    IOException fault = results.fault();
    if (fault != null) {
      err.println("advisor: cannot write to standard output: " + Faults.reason(fault));
      exit = exit.or(Exit.USAGE);
    }
    err.flush();
    System.exit(exit.code());
  }

  static Door door(String[] args, PrintWriter out, PrintWriter err) {
    int columns = columns(System.getProperty("advisor.columns"));
    String noColour = System.getenv("NO_COLOR");
    return new Door(
        advisor(args),
        // Buffered: the bare stream asks a pipe for its length.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        out,
        err,
        columns > 0 ? columns : Door.COLUMNS,
        columns > 0 && (noColour == null || noColour.isEmpty()),
        columns > 0,
        columns(System.getProperty("advisor.progress")),
        LocalDate::now);
  }

  /**
   * What will be needed is loaded while the command line and the facts are read. Which rules one
   * fact set needs can be told only once it is read; questions may be about any.
   */
  private static Supplier<Advisor> advisor(String[] args) {
    if (args.length == 0 || !NEED_RULES.contains(args[0])) {
      return Advisor::standard;
    }
    Advisor advisor = Advisor.standard();
    if (args[0].equals("assess")) {
      advisor.warmUp();
    } else {
      advisor.prepare();
    }
    return () -> advisor;
  }

  /** All commands, behind one door. */
  static CommandLine commandLine(Door door) {
    AdvisorCommand advisor = new AdvisorCommand();
    CommandLine root = new CommandLine(advisor);
    CommandLine rules = new CommandLine(new RulesCommand(door));
    rules.addSubcommand(new ShowCommand(door));
    root.addSubcommand(new AssessCommand(door, advisor));
    root.addSubcommand(new ExplainCommand(door));
    root.addSubcommand(new AskCommand(door));
    root.addSubcommand(new ImportCommand(door));
    root.addSubcommand(rules);
    root.addSubcommand(new CheckCommand(door));
    root.addSubcommand(new TestCommand(door));
    root.addSubcommand(new FmtCommand(door));
    root.addSubcommand(new BacktestCommand(door));
    root.addSubcommand(new CompareCommand(door));
    CommandLine lists = new CommandLine(new ListsCommand(door));
    lists.addSubcommand(new ListsImportCommand(door));
    root.addSubcommand(lists);
    root.addSubcommand(new ScreenCommand(door));
    root.addSubcommand(new SchemaCommand(door));
    root.addSubcommand(new CompletionCommand(door, root));
    root.getCommandSpec().versionProvider(() -> versions(door));
    describeExitCodes(root);
    reads(root, Choice.Format.class);
    reads(root, Choice.ReportFormat.class);
    reads(root, Choice.MatchFormat.class);
    reads(root, Choice.Summed.class);
    reads(root, Choice.Input.class);
    reads(root, Choice.TestFormat.class);
    reads(root, Choice.FailOn.class);
    reads(root, Choice.UnknownsDo.class);
    reads(root, Choice.Show.class);
    reads(root, Choice.Explain.class);
    reads(root, Choice.HowDeep.class);
    reads(root, Choice.ComplaintForm.class);
    reads(root, Choice.Witnesses.class);
    reads(root, Choice.Schema.class);
    return root.setOut(door.out())
        .setErr(door.err())
        .setColorScheme(Help.defaultColorScheme(door.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.max(60, Math.min(door.columns(), Door.COLUMNS)))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, args) -> usage(door, e))
        .setExecutionStrategy(Main::run)
        .setExecutionExceptionHandler(
            (e, line, result) -> failed(door, line, e, advisor.verbose()));
  }

  private static <E extends Enum<E>> void reads(CommandLine line, Class<E> words) {
    line.registerConverter(words, word -> Choice.of(words, word));
  }

  /** An error of the machine, such as no memory, ends as an error of this program does. */
  private static int run(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.toString(), e);
    }
  }

  private static void describeExitCodes(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading(
            "%nExit codes, the first of 130, 70, 5, 2, 3, 1, 4 when several apply:%n")
        .exitCodeList(Exit.help());
    line.getSubcommands().values().forEach(Main::describeExitCodes);
  }

  private static String[] versions(Door door) {
    Versions versions = Versions.current();
    KnowledgeBase knowledge = door.advisor(null).knowledge();
    return new String[] {
      "advisor " + versions.program(),
      "rules " + knowledge.version() + " (" + knowledge.cards().size() + " rules)",
      "catalogue " + knowledge.catalogue().compiled(),
      "Drools " + versions.drools()
    };
  }

  private static int usage(Door door, ParameterException e) {
    if (e.getCause() instanceof RuleBaseException rules) {
      return failed(door, e.getCommandLine(), rules, false);
    }
    String question = "";
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        question =
            suggestions.stream()
                .limit(3)
                .map(each -> "'" + each + "'")
                .collect(Collectors.joining(" or ", "; did you mean ", "?"));
      }
    }
    return refuse(door, e.getCommandLine(), e.getMessage() + question);
  }

  private static int refuse(Door door, CommandLine line, @Nullable String message) {
    String name = line.getCommandSpec().qualifiedName();
    String first = String.valueOf(message).lines().findFirst().orElse("");
    door.err().println(name + ": " + first);
    door.err().println("Try '" + name + " --help'.");
    return Exit.USAGE.code();
  }

  private static int failed(Door door, CommandLine line, Exception e, boolean verbose) {
    if (e instanceof UsageException) {
      return refuse(door, line, e.getMessage());
    } else if (e instanceof RuleBaseException rules) {
      rules.problems().forEach(door.err()::println);
      return Exit.RULES.code();
    } else if (e instanceof MissingLibraryException) {
      door.err().println("advisor: " + e.getMessage());
      return Exit.USAGE.code();
    }
    Throwable fault =
        e instanceof ExecutionException && e.getCause() instanceof Error error ? error : e;
    return internal(door.err(), fault, verbose).code();
  }

  private static Exit internal(PrintWriter err, Throwable fault, boolean verbose) {
    List<String> lines = Faults.internal(fault, verbose);
    err.println("advisor: " + lines.get(0));
    lines.stream().skip(1).forEach(err::println);
    return Exit.INTERNAL;
  }

  private static int columns(@Nullable String property) {
    try {
      return property == null ? 0 : Integer.parseInt(property.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
