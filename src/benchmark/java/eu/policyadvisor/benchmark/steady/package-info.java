/** The advisor in a JVM that is up: against other engines, and as facts and rules grow. */
@NullMarked
package eu.policyadvisor.benchmark.steady;

import org.jspecify.annotations.NullMarked;
