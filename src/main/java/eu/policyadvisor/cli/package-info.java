/** The command line: one thin class per command, exit codes, files in and out. */
@NullMarked
package eu.policyadvisor.cli;

import org.jspecify.annotations.NullMarked;
