package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import java.io.IOException;
import java.util.concurrent.Callable;

/** A command behind the first word of the command line. */
abstract class Subcommand implements Callable<Integer> {
  final Door door;

  Subcommand(Door door) {
    this.door = door;
  }

  /** Does what is asked for; what that came to becomes the exit code of the process. */
  abstract Exit run() throws IOException, InterruptedException;

  @Override
  public final Integer call() throws IOException, InterruptedException {
    return run().code();
  }
}
