/** Runs over many files, in order, that can be resumed. */
@NullMarked
package eu.policyadvisor.cli.run;

import org.jspecify.annotations.NullMarked;
