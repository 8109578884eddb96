package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.BriefFormat;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.DateConverter;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.FaultyFileException;
import eu.policyadvisor.cli.io.Guard;
import eu.policyadvisor.cli.io.StandardOutput;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.Versions;
import eu.policyadvisor.rule.KnowledgeBase;
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
import java.util.concurrent.FutureTask;
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
  /** The commands that never do without the knowledge base. */
  private static final List<String> NEED_KNOWLEDGE =
      List.of("assess", "brief", "explain", "ask", "check", "calendar");

  /** All commands, in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "assess",
          "brief",
          "explain",
          "ask",
          "import",
          "rules",
          "check",
          "test",
          "fmt",
          "backtest",
          "compare",
          "calendar",
          "lists",
          "screen",
          "schema",
          "completion");

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = results.writer();
    PrintWriter err = Guard.of(utf8(new FileOutputStream(FileDescriptor.err)), colour());
    Exit exit = Exit.DONE;
    try {
      byte[] kept = FixedTexts.find(args, columns(), colour());
      if (kept == null) {
        exit = Exit.of(commandLine(door(args, out, err), args).execute(args));
      } else {
        results.write(kept, 0, kept.length);
      }
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
    return new Door(
        advisor(args),
        // Buffered: the bare stream asks a pipe for its length.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        out,
        err,
        columns(),
        colour(),
        isTerminal(),
        columns(System.getProperty("advisor.progress")),
        LocalDate::now);
  }

  private static boolean isTerminal() {
    return columns(System.getProperty("advisor.columns")) > 0;
  }

  private static int columns() {
    return isTerminal() ? columns(System.getProperty("advisor.columns")) : Door.COLUMNS;
  }

  private static boolean colour() {
    String noColour = System.getenv("NO_COLOR");
    return isTerminal() && (noColour == null || noColour.isEmpty());
  }

  /**
   * What will be needed is loaded while the command line and the facts are read. Which rules one
   * fact set needs can be told only once it is read; questions may be about any.
   */
  private static Supplier<Advisor> advisor(String[] args) {
    String command = args.length == 0 ? "" : args[0];
    if (!NEED_KNOWLEDGE.contains(command)) {
      return Advisor::standard;
    }
    FutureTask<Advisor> loaded = new FutureTask<>(() -> begin(command));
    Thread loader = new Thread(loaded, "knowledge");
    loader.setDaemon(true);
    loader.start();
    return () -> await(loaded);
  }

  private static Advisor begin(String command) {
    Advisor advisor = Advisor.standard();
    switch (command) {
      case "assess" -> advisor.loaded().warmUp();
      case "brief", "explain", "ask", "calendar" -> advisor.loaded().prepare();
      default -> {
        // Checks facts without rules.
      }
    }
    return advisor;
  }

  private static Advisor await(FutureTask<Advisor> loaded) {
    try {
      return loaded.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the knowledge base is loaded", e);
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    }
  }

  /**
   * All commands, behind one door.
   *
   * @param version that of the program
   */
  static CommandLine commandLine(Door door, String version) {
    return commandLine(door, COMMANDS, () -> version);
  }

  /** The command that is asked for; all where it is none of them, or speaks of the others. */
  static CommandLine commandLine(Door door, String[] args) {
    boolean one = args.length > 0 && COMMANDS.contains(args[0]) && !args[0].equals("completion");
    return commandLine(door, one ? List.of(args[0]) : COMMANDS, () -> Versions.current().program());
  }

  private static CommandLine commandLine(
      Door door, List<String> commands, Supplier<String> version) {
    AdvisorCommand advisor = new AdvisorCommand();
    CommandLine root = new CommandLine(advisor);
    commands.forEach(each -> root.addSubcommand(command(each, door, advisor, root)));
    root.getCommandSpec().versionProvider(() -> versions(door, version.get()));
    describeExitCodes(root);
    for (Class<?> words : Choice.class.getDeclaredClasses()) {
      reads(root, words);
    }
    reads(root, Depth.class);
    reads(root, BriefFormat.class);
    root.registerConverter(LocalDate.class, new DateConverter());
    return root.setOut(door.out())
        .setErr(door.err())
        .setColorScheme(Help.defaultColorScheme(door.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.max(60, Math.min(door.columns(), Door.COLUMNS)))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, args) -> usage(door, e, args))
        .setExecutionStrategy(Main::run)
        .setExecutionExceptionHandler(
            (e, line, result) ->
                failed(
                    door,
                    line,
                    e,
                    result.originalArgs().toArray(String[]::new),
                    advisor.verbose()));
  }

  private static Object command(String name, Door door, AdvisorCommand advisor, CommandLine root) {
    return switch (name) {
      case "assess" -> new AssessCommand(door, advisor);
      case "brief" -> new BriefCommand(door);
      case "explain" -> new ExplainCommand(door);
      case "ask" -> new AskCommand(door);
      case "import" -> new ImportCommand(door);
      case "rules" -> new CommandLine(new RulesCommand(door)).addSubcommand(new ShowCommand(door));
      case "check" -> new CheckCommand(door);
      case "test" -> new TestCommand(door);
      case "fmt" -> new FmtCommand(door);
      case "backtest" -> new BacktestCommand(door);
      case "compare" -> new CompareCommand(door);
      case "calendar" -> new CalendarCommand(door);
      case "lists" ->
          new CommandLine(new ListsCommand(door)).addSubcommand(new ListsImportCommand(door));
      case "screen" -> new ScreenCommand(door);
      case "schema" -> new SchemaCommand(door);
      case "completion" -> new CompletionCommand(door, root);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static <T> void reads(CommandLine line, Class<T> words) {
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
            "%nExit codes, the first of " + Exit.precedence() + " when several apply:%n")
        .exitCodeList(Exit.help());
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().sortOptions(false);
      describeExitCodes(command);
    }
  }

  private static String[] versions(Door door, String version) {
    KnowledgeBase knowledge = door.advisor(null).knowledge();
    return new String[] {
      "advisor " + version,
      "rules " + version + " (" + knowledge.cards().size() + " rules)",
      "catalogue " + knowledge.catalogue().stated(),
      "Drools " + Versions.current().drools()
    };
  }

  private static int usage(Door door, ParameterException e, String[] arguments) {
    if (e.getCause() instanceof RuleBaseException rules) {
      return failed(door, e.getCommandLine(), rules, arguments, false);
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
    return refuse(door, e.getCommandLine(), e.getMessage() + question, arguments);
  }

  /** Of a long argument the message quotes the beginning. */
  private static int refuse(
      Door door, CommandLine line, @Nullable String message, String[] arguments) {
    String name = line.getCommandSpec().qualifiedName();
    String said = String.valueOf(message);
    for (String argument : arguments) {
      String value = argument.substring(argument.startsWith("-") ? argument.indexOf('=') + 1 : 0);
      said = said.replace(value, Plain.quoted(value));
    }
    door.err().println(name + ": " + Plain.message(said));
    door.err().println("Try '" + name + " --help'.");
    return Exit.USAGE.code();
  }

  private static int failed(
      Door door, CommandLine line, Exception e, String[] arguments, boolean verbose) {
    if (e instanceof UsageException) {
      return refuse(door, line, e.getMessage(), arguments);
    } else if (e instanceof FaultyFileException file) {
      return door.say(file.problems(), Exit.USAGE).code();
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
