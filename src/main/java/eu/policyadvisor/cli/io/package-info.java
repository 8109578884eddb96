/** What commands share: arguments, files, terminals and exit codes. */
@NullMarked
package eu.policyadvisor.cli.io;

import org.jspecify.annotations.NullMarked;
